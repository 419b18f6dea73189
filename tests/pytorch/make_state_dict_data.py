"""Writes what the tests of saved networks hold NetGen to: pytorch-*.safetensors and state_dict.json.

    /usr/bin/python3 tests/pytorch/make_state_dict_data.py

needs PyTorch (made with 1.13) and nothing else. Two plain nn.Sequential, the twins of SequentialNet and NamedNet in
tests/NetGen.Integration.Tests/Persistence/SequentialNetworks.cs, go both ways:

    pytorch-*.safetensors   the state_dict of the model as PyTorch draws it
    netgen-*.safetensors    what NetGen writes (read here; a test there keeps it up to date), taken by load_state_dict
    state_dict.json         the outputs of the model for both, and of netgen-* with the inputs standardized as it says
"""

import json
import pathlib
import sys
from collections import OrderedDict

import torch
from torch import nn

sys.dont_write_bytecode = True  # no __pycache__ in the repository

from safetensors_file import load_file, save_file

FOLDER = pathlib.Path(__file__).parent.parent / "NetGen.Integration.Tests" / "Data"
SEED = 20240423

MODELS = {
    "sequential": lambda: nn.Sequential(
        nn.Linear(4, 7), nn.Tanh(), nn.Linear(7, 3), nn.Linear(3, 6, bias=False), nn.GELU(), nn.Linear(6, 3), nn.Softmax(dim=1)
    ).float(),
    "named": lambda: nn.Sequential(OrderedDict([
        ("features", nn.Linear(4, 20)), ("1", nn.ReLU()), ("2", nn.Linear(20, 5)), ("3", nn.SiLU()), ("head", nn.Linear(5, 1)), ("5", nn.Sigmoid())
    ])).double(),
}


def outputs(model, inputs):
    with torch.no_grad():
        return model(inputs).flatten().tolist()


def make_shared(model):
    """The second layer of NamedNet has one bias for all units."""
    if isinstance(model, nn.Sequential) and hasattr(model, "features"):
        with torch.no_grad():
            model.get_submodule("2").bias.fill_(0.25)


def case(name):
    model = MODELS[name]()
    make_shared(model)
    inputs = torch.randn(8, 4, dtype=next(model.parameters()).dtype)
    save_file(model.state_dict(), FOLDER / f"pytorch-{name}.safetensors")
    result = {"inputs": inputs.flatten().tolist(), "pytorch": outputs(model, inputs)}

    path = FOLDER / f"netgen-{name}.safetensors"
    if not path.exists():
        print(f"{path} is not there yet: accept it in the .NET tests, then run this again")
        return result
    tensors, metadata = load_file(path)
    assert list(tensors) == list(model.state_dict()), list(tensors)
    model.load_state_dict(tensors, strict=True)
    assert metadata["format"] == "pt", metadata
    mean, scale = (torch.tensor(json.loads(metadata["netgen.standardization." + key]), dtype=inputs.dtype) for key in ("mean", "scale"))
    result["netgen"] = outputs(model, inputs)
    result["netgenStandardized"] = outputs(model, (inputs - mean) / scale)
    result["classNames"] = json.loads(metadata["netgen.class_names"])
    return result


torch.manual_seed(SEED)
with open(FOLDER / "state_dict.json", "w", encoding="utf-8") as file:
    json.dump({name: case(name) for name in MODELS}, file, indent=1)
    file.write("\n")
