"""A declared network in PyTorch: the definitions of the mathematics page, with every derivative left to autograd.

PyTorch's own functions serve wherever their definition is the page's. Two are not: softplus (threshold 20) and the binary
cross-entropy (logarithms clamped at -100); both are written out here without them.
"""

import math

import torch
import torch.nn.functional as F


class ReluWithOneAtZero(torch.autograd.Function):
    """max(0, z) with f'(0) = 1; torch.relu has f'(0) = 0."""

    @staticmethod
    def forward(ctx, z):
        ctx.save_for_backward(z)
        return z.clamp(min=0)

    @staticmethod
    def backward(ctx, g):
        (z,) = ctx.saved_tensors
        return g * (z >= 0).to(g.dtype)


def softplus(z):
    return torch.logaddexp(z, torch.zeros_like(z))


def alpha(layer):
    return layer.get("alpha", 0.01 if layer["activation"] == "LeakyRelu" else 1.0)


def activate(layer, z):
    name = layer["activation"]
    if name == "Relu":
        return ReluWithOneAtZero.apply(z) if layer.get("reluGradientAtZero") == 1 else torch.relu(z)
    return {
        "Identity": lambda: z,
        "LeakyRelu": lambda: F.leaky_relu(z, alpha(layer)),
        "Sigmoid": lambda: torch.sigmoid(z),
        "Tanh": lambda: torch.tanh(z),
        "Softmax": lambda: torch.softmax(z, dim=1),
        "Elu": lambda: F.elu(z, alpha(layer)),
        "Softplus": lambda: softplus(z),
        "Silu": lambda: F.silu(z),
        "Gelu": lambda: F.gelu(z),
    }[name]()


def weighted(factor, value):
    """factor * value(), where a factor of 0 adds nothing, whatever the value is."""
    return torch.where(factor == 0, torch.zeros_like(factor), factor * value)


def log(y, needed):
    """ln y where it is needed; elsewhere 0 with derivative 0, so that no 0 * infinity arises in backward."""
    return torch.where(needed, y, torch.ones_like(y)).log()


def errors(spec, z, y, t):
    """e(y, t) of every sample."""
    loss, last, units = spec["loss"], spec["layers"][-1]["activation"], y.shape[1]
    if loss == "CrossEntropy":
        logs = F.log_softmax(z, dim=1) if last == "Softmax" else log(y, t != 0)
        return -weighted(t, logs).sum(dim=1)
    if loss == "BinaryCrossEntropy":
        if last == "Sigmoid":
            return (weighted(t, softplus(-z)) + weighted(1 - t, softplus(z))).sum(dim=1) / units
        return -(weighted(t, log(y, t != 0)) + weighted(1 - t, log(1 - y, t != 1))).sum(dim=1) / units
    if loss == "SquaredError":
        return 0.5 * ((y - t) ** 2).sum(dim=1)
    if loss == "MeanSquaredError":
        return ((y - t) ** 2).mean(dim=1)
    raise ValueError(loss)


def bias_count(layer):
    return {"PerUnit": layer["units"], "Shared": 1, "None": 0}[layer.get("bias", "PerUnit")]


def parameter_count(spec):
    fan_in, count = math.prod(spec["inputShape"]), 0
    for layer in spec["layers"]:
        count += fan_in * layer["units"] + bias_count(layer)
        fan_in = layer["units"]
    return count


def unpack(spec, theta):
    """W [in, out] and b of every layer from the canonical order, as views."""
    fan_in, offset, tensors = math.prod(spec["inputShape"]), 0, []
    for layer in spec["layers"]:
        end = offset + fan_in * layer["units"]
        w = theta[offset:end].reshape(fan_in, layer["units"])
        offset = end + bias_count(layer)
        tensors.append((w, theta[end:offset]))
        fan_in = layer["units"]
    return tensors


def forward(spec, theta, x):
    """The pre-activations of every layer, and the outputs."""
    a, pre_activations = x, []
    for layer, (w, b) in zip(spec["layers"], unpack(spec, theta)):
        z = a @ w
        if layer.get("bias", "PerUnit") != "None":
            z = z + b
        pre_activations.append(z)
        a = activate(layer, z)
    return pre_activations, a


def penalty(spec, theta):
    # A factor of 0 is no penalty: 0 times the overflowed square of a large weight would be NaN.
    lambdas = [layer.get("l2", spec.get("l2", 0.0)) for layer in spec["layers"]]
    return sum(l2 * (w ** 2).sum() for l2, (w, _) in zip(lambdas, unpack(spec, theta)) if l2 != 0)


def measure(spec, case, dtype=torch.float64):
    """Everything that the data hold of one case, computed in the given type."""
    rows = lambda name, width: torch.tensor(case[name], dtype=dtype).reshape(-1, width)
    theta = torch.tensor(case["parameters"], dtype=dtype, requires_grad=True)
    x = rows("inputs", math.prod(spec["inputShape"])).requires_grad_()
    units = spec["layers"][-1]["units"]

    pre_activations, y = forward(spec, theta, x)
    results = {"outputs": y}
    results["vjpGradients"], results["vjpInputGradients"] = torch.autograd.grad(
        y, (theta, x), grad_outputs=rows("outputGradients", units), retain_graph=True)

    if spec.get("loss"):
        e = errors(spec, pre_activations[-1], y, rows("targets", units)).mean() + penalty(spec, theta)
        e.backward()
        results["loss"] = e
        results["gradients"], results["inputGradients"] = theta.grad.clone(), x.grad.clone()
        torch.optim.SGD([theta], lr=case["learningRate"]).step()
        results["trained"] = theta
    return {name: value.detach().reshape(-1).tolist() for name, value in results.items()}, pre_activations
