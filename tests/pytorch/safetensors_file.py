"""Safetensors files, read and written from the description of the format alone: an independent check of NetGen's.

Eight bytes with the length of the header, least significant first; the header, JSON; the data. No padding is written, and
the tensors stand in the order of their names: what NetGen itself never writes, and must read.
"""

import json
import math
import struct

import torch

TYPES = {"F32": (torch.float32, "f"), "F64": (torch.float64, "d")}


def load_file(path):
    """The tensors by name, and the metadata."""
    with open(path, "rb") as file:
        content = file.read()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8 : 8 + length], object_pairs_hook=without_duplicates)
    data = content[8 + length :]
    metadata = header.pop("__metadata__", {})
    assert all(isinstance(text, str) for text in metadata.values()), metadata
    tensors = {}
    end = 0
    for name, entry in sorted(header.items(), key=lambda item: item[1]["data_offsets"]):
        dtype, code = TYPES[entry["dtype"]]
        begin, behind = entry["data_offsets"]
        count = math.prod(entry["shape"])
        assert begin == end and behind - begin == count * struct.calcsize(code), (name, entry)
        numbers = struct.unpack(f"<{count}{code}", data[begin:behind])
        tensors[name] = torch.tensor(numbers, dtype=dtype).reshape(entry["shape"])
        end = behind
    assert end == len(data), (end, len(data))
    return tensors, metadata


def save_file(tensors, path):
    header = {}
    data = b""
    for name, tensor in sorted(tensors.items()):
        dtype, code = next((name, code) for name, (dtype, code) in TYPES.items() if dtype == tensor.dtype)
        numbers = tensor.flatten().tolist()
        content = struct.pack(f"<{len(numbers)}{code}", *numbers)
        header[name] = {"dtype": dtype, "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(content)]}
        data += content
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def without_duplicates(pairs):
    assert len({name for name, _ in pairs}) == len(pairs), pairs
    return dict(pairs)
