"""Declarations and numbers at the borders of the definitions, each with a name that says which."""

import math
import random

from architectures import ACTIVATIONS, dyadic
from network import parameter_count


def dense(units, activation, **options):
    return {"units": units, "activation": activation, **options}


def network(inputs, *layers, loss=None, **options):
    spec = {"inputShape": [inputs], "l2": 0.0, "unroll": "Auto", **options, "layers": list(layers)}
    if loss:
        spec["loss"] = loss
    return spec


def numbers(spec, name, inputs, parameters=None, targets=None, labels=None):
    """Fills in what a case does not care about, by a generator seeded with its name."""
    rng = random.Random(name)
    units = spec["layers"][-1]["units"]
    n = len(inputs) // math.prod(spec["inputShape"])
    case = {
        "parameters": parameters or [dyadic(rng, 1, 16) for _ in range(parameter_count(spec))],
        "inputs": inputs,
        "outputGradients": [dyadic(rng, 2, 16) for _ in range(n * units)],
    }
    if labels is not None:
        targets, case["labels"] = [float(k == label) for label in labels for k in range(units)], labels
    if spec.get("loss"):
        case["targets"] = targets or [dyadic(rng, 2, 16) for _ in range(n * units)]
        case["learningRate"] = 0.125
    return spec, case


def diagonal(scale, count, bias=0):
    """Parameters of a layer that multiplies every input by the scale."""
    return [scale if i == j else 0.0 for i in range(count) for j in range(count)] + [0.0] * bias


def far_logits():
    """Logits of +-1000 on the fused pairs: the losses come from the logits, never from ln 0."""
    logits = [1000.0, -1000.0, 0.0, -1000.0, 1000.0, 1000.0, 1000.0, 999.0, 998.0]
    for unroll in ("Full", "None"):
        fused = network(3, dense(3, "Softmax"), loss="CrossEntropy", unroll=unroll)
        yield f"softmax logits ±1000, labels, {unroll}", fused, dict(
            inputs=logits, parameters=diagonal(1.0, 3, 3), labels=[1, 0, 2])
        binary = network(3, dense(3, "Sigmoid"), loss="BinaryCrossEntropy", unroll=unroll)
        yield f"sigmoid logits ±1000, {unroll}", binary, dict(
            inputs=logits, parameters=diagonal(1.0, 3, 3), targets=[1.0, 1.0, 0.0, 0.0, 1.0, 0.5, 0.0, 0.25, 1.0])
    fused = network(3, dense(3, "Softmax"), loss="CrossEntropy")
    yield "softmax logits ±1000, targets with zeros that do not sum to 1", fused, dict(
        inputs=logits, parameters=diagonal(1.0, 3, 3), targets=[0.0, 2.0, 0.5, 0.0, 0.0, 0.0, 0.25, 0.25, 0.0])


def enormous_logits():
    """Finite logits of 1e30 give finite losses and gradients."""
    for loss, activation in (("CrossEntropy", "Softmax"), ("BinaryCrossEntropy", "Sigmoid")):
        yield f"logits 1e30, {activation}", network(2, dense(2, activation), loss=loss), dict(
            inputs=[1.0, -1.0], parameters=diagonal(1e30, 2, 2), targets=[0.0, 1.0])
    for loss in ("SquaredError", "MeanSquaredError"):
        yield f"outputs 1e15, {loss}", network(2, dense(2, "Identity"), loss=loss), dict(
            inputs=[1.0, -1.0], parameters=diagonal(1e15, 2, 2), targets=[0.0, 1.0])


def odd_targets():
    """Targets with zeros and rows that do not sum to 1, and outputs of exactly 0 where the target is 0."""
    fused = network(2, dense(4, "Softmax"), loss="CrossEntropy")
    yield "cross-entropy targets that do not sum to 1", fused, dict(
        inputs=[0.5, -1.0, 2.0, 0.25], targets=[0.0, 3.0, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0])
    yield "cross-entropy targets that are negative", fused, dict(
        inputs=[0.5, -1.0, 2.0, 0.25], targets=[-1.0, 0.0, 1.0, 0.5, 0.0, -2.0, 0.0, 2.0])
    # Outputs: 0.5, 0, 0 and 1, 0, 0. ln 0 and 1/0 meet a factor of 0.
    for at_zero in (0, 1):
        relu = dense(3, "Relu", bias="None", reluGradientAtZero=at_zero)
        weights = [1.0, -1.0, 0.0, 0.0, 0.0, 0.0]
        yield f"cross-entropy on relu, 0 ln 0, relu'(0) = {at_zero}", network(2, relu, loss="CrossEntropy"), dict(
            inputs=[0.5, 1.0, 1.0, 1.0], parameters=weights, targets=[2.0, 0.0, 0.0, 1.0, 0.0, 0.0])
        yield f"binary cross-entropy on relu, 0 ln 0, relu'(0) = {at_zero}", network(2, relu, loss="BinaryCrossEntropy"), dict(
            inputs=[0.5, 1.0, 1.0, 1.0], parameters=weights, targets=[0.5, 0.0, 0.0, 1.0, 0.0, 0.0])


def saturated_units():
    """Every activation far out on either side, hidden and as the output."""
    for activation in ACTIVATIONS:
        for scale in (40.0, 1000.0):
            spec = network(3, dense(3, activation), dense(2, "Identity"), loss="SquaredError")
            w2 = [0.5, -0.25, 1.0, 0.75, -0.5, 0.125, 0.25, -0.5]
            yield f"hidden {activation} at ±{scale:g}", spec, dict(
                inputs=[1.0, -1.0, 0.5, -0.5, 1.0, 0.0], parameters=diagonal(scale, 3, 3) + w2)
    for activation in ("Sigmoid", "Tanh", "Softmax"):
        spec = network(2, dense(2, activation), loss="MeanSquaredError")
        yield f"output {activation} at ±500", spec, dict(inputs=[1.0, -1.0, -1.0, 1.0], parameters=diagonal(500.0, 2, 2))


def zero_pre_activations():
    """z = 0 exactly: zero inputs, weights that cancel, zero biases. Both conventions of relu'(0)."""
    for activation in ACTIVATIONS:
        for at_zero in (0, 1) if activation == "Relu" else (None,):
            options = {"reluGradientAtZero": at_zero} if activation == "Relu" else {}
            if activation in ("LeakyRelu", "Elu"):
                options["alpha"] = 0.25
            spec = network(2, dense(3, activation, **options), dense(2, "Tanh"), loss="SquaredError")
            # Columns that cancel on inputs (1, 1), then one that does not.
            parameters = [1.0, -0.5, 0.75, -1.0, 0.5, 0.25, 0.0, 0.0, 0.0, 0.5, -0.25, 1.0, 0.75, -0.5, 0.125, 0.25, -0.5]
            yield f"z = 0, {activation}{'' if at_zero is None else f', derivative {at_zero}'}", spec, dict(
                inputs=[0.0, 0.0, 1.0, 1.0, 0.5, -0.25], parameters=parameters)


def smallest():
    yield "1-1 identity", network(1, dense(1, "Identity"), loss="SquaredError"), dict(inputs=[0.5])
    yield "softmax over one unit", network(2, dense(1, "Softmax"), loss="CrossEntropy"), dict(inputs=[0.5, 1.0], targets=[0.75])
    yield "all weights 0", network(2, dense(3, "Gelu"), dense(2, "Softmax"), loss="CrossEntropy", l2=0.5), dict(
        inputs=[0.5, 1.0], parameters=[0.0] * 17, labels=[1])


def extreme_cases():
    for group in (far_logits, enormous_logits, odd_targets, saturated_units, zero_pre_activations, smallest):
        for name, spec, given in group():
            yield name, *numbers(spec, name, **given)
