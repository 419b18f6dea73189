"""Random declarations and random numbers for them."""

import math

from network import bias_count, forward, parameter_count

import torch

ACTIVATIONS = ["Identity", "Relu", "LeakyRelu", "Sigmoid", "Tanh", "Softmax", "Elu", "Softplus", "Silu", "Gelu"]
LOSSES = ["CrossEntropy", "BinaryCrossEntropy", "SquaredError", "MeanSquaredError", None]

# A cross-entropy needs outputs whose logarithm exists.
OUTPUTS = {
    "CrossEntropy": ["Softmax", "Softmax", "Softmax", "Softmax", "Sigmoid", "Softplus"],
    "BinaryCrossEntropy": ["Sigmoid", "Sigmoid", "Softmax"],
}


def dyadic(rng, limit, denominator):
    """A multiple of 1/denominator within +-limit: exact in float32, and so are the sums of a first layer."""
    steps = max(1, int(limit * denominator))
    return rng.randint(-steps, steps) / denominator


def size(rng):
    """1 to 40, small ones more often, odd ones as often as even ones."""
    return min(40, int(math.exp(rng.uniform(0, math.log(41)))))


def input_shape(rng):
    rank = rng.choice([1, 1, 2, 3])
    if rank == 1:
        return [size(rng)]
    return [rng.randint(1, 6 if rank == 2 else 3) for _ in range(rank)]


def random_layer(rng, activation):
    layer = {"units": size(rng), "activation": activation}
    bias = rng.choice(["PerUnit", "PerUnit", "PerUnit", "Shared", "Shared", "None"])
    if bias != "PerUnit":
        layer["bias"] = bias
    if rng.random() < 0.3:
        layer["l2"] = rng.choice([0.0, 0.02, 0.5])
    if activation in ("LeakyRelu", "Elu") and rng.random() < 0.6:
        layer["alpha"] = rng.choice([0.0, 0.125, 0.3, 0.5, 1.0, 2.0])
    if activation == "Relu" and rng.random() < 0.6:
        layer["reluGradientAtZero"] = rng.choice([0, 1])
    return layer


def random_spec(rng, index, most_parameters):
    """The index walks through losses, hidden activations and depths, so that every combination comes up early."""
    loss = LOSSES[index % len(LOSSES)]
    depth = 1 + index // 3 % 5
    while True:
        activations = [rng.choice(ACTIVATIONS) for _ in range(depth)]
        activations[0] = ACTIVATIONS[index % len(ACTIVATIONS)]
        activations[-1] = rng.choice(OUTPUTS.get(loss, ACTIVATIONS))
        spec = {
            "inputShape": input_shape(rng),
            "l2": rng.choice([0.0, 0.0, 0.0001, 0.01, 0.125]),
            "unroll": ["Auto", "Full", "None"][index % 3],
            "layers": [random_layer(rng, activation) for activation in activations],
        }
        if loss:
            spec["loss"] = loss
        if activations[-1] == "Softmax" and spec["layers"][-1]["units"] == 1:
            continue
        if parameter_count(spec) <= most_parameters:
            return spec


def random_parameters(rng, spec):
    """Weights that keep the size of what passes through: neither dead nor saturated."""
    fan_in, theta = math.prod(spec["inputShape"]), []
    for layer in spec["layers"]:
        theta += [dyadic(rng, 2 / math.sqrt(fan_in), 128) for _ in range(fan_in * layer["units"])]
        theta += [dyadic(rng, 0.5, 128) for _ in range(bias_count(layer))]
        fan_in = layer["units"]
    return theta


def random_targets(rng, loss, n, units):
    """Rows of targets, and class indices where the rows are one-hot."""
    if loss == "CrossEntropy":
        kind = rng.choice(["labels", "labels", "labels", "distribution", "any"])
        if kind == "labels":
            labels = [rng.randrange(units) for _ in range(n)]
            return [float(k == label) for label in labels for k in range(units)], labels
        if kind == "distribution":
            rows = []
            for _ in range(n):
                shares = [rng.randrange(units) for _ in range(16)]
                rows += [shares.count(k) / 16 for k in range(units)]
            return rows, None
        return [rng.choice([0.0, dyadic(rng, 2, 8)]) for _ in range(n * units)], None
    if loss == "BinaryCrossEntropy":
        return [rng.choice([0.0, 1.0, rng.randint(0, 8) / 8]) for _ in range(n * units)], None
    return [dyadic(rng, 2, 16) for _ in range(n * units)], None


def random_numbers(rng, spec):
    n, units = rng.randint(1, 9), spec["layers"][-1]["units"]
    case = {
        "parameters": random_parameters(rng, spec),
        "inputs": [dyadic(rng, 2, 16) for _ in range(n * math.prod(spec["inputShape"]))],
        "outputGradients": [dyadic(rng, 2, 16) for _ in range(n * units)],
    }
    if spec.get("loss"):
        targets, labels = random_targets(rng, spec["loss"], n, units)
        case["targets"] = targets
        if labels is not None:
            case["labels"] = labels
        case["learningRate"] = rng.choice([0.5, 0.1, 0.03, 0.0625])
    return case


def is_clear_of_kinks(spec, case):
    """No unit beyond the first layer sits so near the jump of its f' that rounding would choose the side.

    The first layer may: its sums are exact in either precision, and 0 is 0.
    """
    x = torch.tensor(case["inputs"]).reshape(-1, math.prod(spec["inputShape"]))
    pre_activations, _ = forward(spec, torch.tensor(case["parameters"]), x)
    jumps = lambda layer: layer["activation"] in ("Relu", "LeakyRelu", "Elu")
    return all(z.abs().min() > 1e-4 for layer, z in list(zip(spec["layers"], pre_activations))[1:] if jumps(layer))
