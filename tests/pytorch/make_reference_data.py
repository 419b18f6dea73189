"""Writes the reference data of NetGen.Integration.Tests: random.json and extremes.json.

    /usr/bin/python3 tests/pytorch/make_reference_data.py

needs PyTorch (made with 1.13) and nothing else. All results are float64 from autograd; the seed makes the same cases on
every run. A case: its declaration in the terms of tests/Reference/NetworkSpec.cs; parameters, inputs, targets (and labels
where the targets are one-hot), outputGradients (the G of Backpropagate), learningRate; and the results

    outputs              of Forward
    loss                 E, penalty included
    gradients            dE/d theta in canonical order
    inputGradients       dE/dX
    trained              the parameters after one TrainStep
    vjpGradients         of Backpropagate: summed over the samples, no penalty, no mean
    vjpInputGradients

isExtreme chooses the tolerance of rule 6. Every case is also computed in float32: what PyTorch itself cannot hold to a
quarter of the tolerance there says nothing about other code, and is drawn again.
"""

import json
import pathlib
import random
import sys
from collections import Counter

import torch

sys.dont_write_bytecode = True  # no __pycache__ in the repository

from architectures import ACTIVATIONS, LOSSES, is_clear_of_kinks, random_numbers, random_spec
from extremes import extreme_cases
from network import measure

FOLDER = pathlib.Path(__file__).parent.parent / "NetGen.Integration.Tests" / "Data"
SEED = 20240423
RANDOM_CASES = 200


def agrees_in_single(results, spec, case, is_extreme):
    """Rule 6 with a quarter of its tolerance, PyTorch's float32 against its float64."""
    tolerance = 0.25 * (1e-3 if is_extreme else 1e-4)
    single, _ = measure(spec, case, torch.float32)
    for name, expected in results.items():
        floor = 1 + abs(expected[0]) if name == "loss" else max(1e-3, *map(abs, expected), 0)
        if not all(abs(a - b) <= tolerance * floor for a, b in zip(single[name], expected)):
            return False
    return True


def finish(name, spec, case, results, is_extreme):
    assert all(map(torch.isfinite, map(torch.tensor, (v for values in results.values() for v in values)))), name
    rounded = {key: [float(f"{value:.13g}") for value in values] for key, values in results.items()}
    if "loss" in rounded:
        (rounded["loss"],) = rounded["loss"]
    return {"name": name, "isExtreme": is_extreme, "network": spec, **case, **rounded}


def random_cases():
    rng = random.Random(SEED)
    for index in range(RANDOM_CASES):
        spec = random_spec(rng, index, most_parameters=2000 if index % 30 == 7 else 300)
        while True:
            case = random_numbers(rng, spec)
            results, _ = measure(spec, case)
            if is_clear_of_kinks(spec, case) and agrees_in_single(results, spec, case, False):
                break
        yield finish(f"random {index}", spec, case, results, False)


def extremes():
    for name, spec, case in extreme_cases():
        results, _ = measure(spec, case)
        assert agrees_in_single(results, spec, case, True), name
        yield finish(name, spec, case, results, True)


def report(cases):
    """What the random cases cover; a hole in it is an error."""
    hidden = Counter(layer["activation"] for case in cases for layer in case["network"]["layers"][:-1])
    pairs = Counter((case["network"].get("loss"), case["network"]["layers"][-1]["activation"]) for case in cases)
    assert set(hidden) == set(ACTIVATIONS) and {loss for loss, _ in pairs} == set(LOSSES)
    print("hidden:", dict(hidden))
    print("outputs:", {f"{loss} on {activation}": count for (loss, activation), count in sorted(pairs.items(), key=str)})
    print("with labels:", sum("labels" in case for case in cases))


def write(name, cases):
    compact = [json.dumps(case, ensure_ascii=False, separators=(",", ":"), allow_nan=False) for case in cases]
    text = "[\n" + ",\n".join(compact) + "\n]\n"
    (FOLDER / name).write_bytes(text.encode("utf-8"))
    print(f"{name}: {len(cases)} cases, {len(text) / 1e6:.1f} MB")


def main():
    torch.set_default_dtype(torch.float64)
    cases = list(random_cases())
    report(cases)
    write("random.json", cases)
    write("extremes.json", list(extremes()))


if __name__ == "__main__":
    main()
