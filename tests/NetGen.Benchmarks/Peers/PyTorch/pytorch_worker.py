"""Runs networks in PyTorch for the benchmarks: reads one JSON command a line, answers with one JSON line. Times its own loops."""

import base64
import json
import sys
import time
import traceback

import torch
from torch import nn
from torch.nn import functional as F

ACTIVATIONS = {"Identity": nn.Identity, "Relu": nn.ReLU, "Sigmoid": nn.Sigmoid, "Tanh": nn.Tanh}


def numbers(text):
    return torch.frombuffer(bytearray(base64.b64decode(text)), dtype=torch.float32)


def text(tensor):
    return base64.b64encode(tensor.detach().contiguous().numpy().tobytes()).decode()


class Task:
    """The network and the batch, as they came."""

    def __init__(self, command):
        self.layers = command["layers"]
        self.loss = command["loss"]
        self.n = command["n"]
        self.inputs = numbers(command["inputs"]).reshape(self.n, -1)
        self.targets = numbers(command["targets"]).reshape(self.n, -1)
        self.labels = torch.tensor(command["labels"])
        self.weights, self.biases = [], []
        parameters, offset = numbers(command["parameters"]), 0
        for layer in self.layers:
            rows, columns = layer["inputs"], layer["outputs"]
            self.weights.append(parameters[offset:offset + rows * columns].reshape(rows, columns))
            offset += rows * columns
            self.biases.append(parameters[offset:offset + columns])
            offset += columns


class Autograd:
    """As everybody writes it: nn.Sequential, a loss from torch.nn.functional, torch.optim.SGD."""

    def __init__(self, task):
        self.task = task
        modules = []
        for layer, weights, bias in zip(task.layers, task.weights, task.biases):
            linear = nn.Linear(layer["inputs"], layer["outputs"])
            with torch.no_grad():
                linear.weight.copy_(weights.t())
                linear.bias.copy_(bias)
            modules.append(linear)
            if layer["activation"] in ("Relu", "Sigmoid", "Tanh"):
                modules.append(ACTIVATIONS[layer["activation"]]())
        # The loss takes logits, predictions are probabilities.
        self.trained = nn.Sequential(*modules)
        self.model = nn.Sequential(*modules, nn.Softmax(dim=1)) if task.loss == "CrossEntropy" else self.trained
        self.optimizer = torch.optim.SGD(self.trained.parameters(), lr=0)

    def forward(self):
        with torch.no_grad():
            return self.model(self.task.inputs)

    def rate(self, rate):
        self.optimizer.param_groups[0]["lr"] = rate

    def train_step(self):
        task = self.task
        outputs = self.trained(task.inputs)
        if task.loss == "CrossEntropy":
            loss = F.cross_entropy(outputs, task.labels)
        elif task.loss == "SquaredError":
            loss = F.mse_loss(outputs, task.targets, reduction="sum") * (0.5 / task.n)
        else:
            loss = F.mse_loss(outputs, task.targets)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.optimizer.step()
        return loss

    def parameters(self):
        linears = [module for module in self.trained if isinstance(module, nn.Linear)]
        return torch.cat([part for linear in linears for part in (linear.weight.t().reshape(-1), linear.bias)])


class InPlace:
    """The least that PyTorch's kernels allow: no autograd, every result into memory that is there, the update inside the product of the weight gradient."""

    def __init__(self, task):
        self.task = task
        self.weights = [weights.clone() for weights in task.weights]
        self.biases = [bias.clone() for bias in task.biases]
        self.activations = [torch.empty(task.n, layer["outputs"]) for layer in task.layers]
        self.deltas = [torch.empty(task.n, layer["outputs"]) for layer in task.layers]
        self.sums = [torch.empty(layer["outputs"]) for layer in task.layers]
        self.probabilities = torch.empty_like(self.activations[-1])
        self.logarithms = torch.empty_like(self.activations[-1])
        self.step_size = 0

    def logits(self):
        inputs = self.task.inputs
        for layer, weights, bias, outputs in zip(self.task.layers, self.weights, self.biases, self.activations):
            torch.addmm(bias, inputs, weights, out=outputs)
            activation = layer["activation"]
            if activation == "Relu":
                outputs.relu_()
            elif activation == "Sigmoid":
                outputs.sigmoid_()
            elif activation == "Tanh":
                outputs.tanh_()
            inputs = outputs
        return inputs

    def forward(self):
        with torch.no_grad():
            outputs = self.logits()
            return torch.softmax(outputs, 1, out=self.probabilities) if self.task.loss == "CrossEntropy" else outputs

    def rate(self, rate):
        self.step_size = rate / self.task.n

    def train_step(self):
        with torch.no_grad():
            loss = self.output_deltas(self.logits())
            for l in range(len(self.weights) - 1, 0, -1):
                torch.mm(self.deltas[l], self.weights[l].t(), out=self.deltas[l - 1])
                self.multiply_by_derivative(l - 1)
            inputs = self.task.inputs
            for l, (weights, bias) in enumerate(zip(self.weights, self.biases)):
                weights.addmm_(inputs.t(), self.deltas[l], alpha=-self.step_size)
                torch.sum(self.deltas[l], 0, out=self.sums[l])
                bias.add_(self.sums[l], alpha=-self.step_size)
                inputs = self.activations[l]
            return loss

    def output_deltas(self, outputs):
        task, deltas = self.task, self.deltas[-1]
        if task.loss == "CrossEntropy":
            torch.log_softmax(outputs, 1, out=self.logarithms)
            loss = F.nll_loss(self.logarithms, task.labels)
            torch.exp(self.logarithms, out=deltas)
            deltas.sub_(task.targets)
            return loss
        torch.sub(outputs, task.targets, out=deltas)
        loss = torch.dot(deltas.view(-1), deltas.view(-1))
        if task.loss == "SquaredError":
            loss.mul_(0.5 / task.n)
        else:
            loss.div_(deltas.numel())
            deltas.mul_(2 / deltas.shape[1])
        self.multiply_by_derivative(len(self.deltas) - 1)
        return loss

    def multiply_by_derivative(self, l):
        activation, a, deltas = self.task.layers[l]["activation"], self.activations[l], self.deltas[l]
        if activation == "Relu":
            torch.ops.aten.threshold_backward.grad_input(deltas, a, 0, grad_input=deltas)
        elif activation == "Sigmoid":
            torch.ops.aten.sigmoid_backward.grad_input(deltas, a, grad_input=deltas)
        elif activation == "Tanh":
            torch.ops.aten.tanh_backward.grad_input(deltas, a, grad_input=deltas)

    def parameters(self):
        return torch.cat([part for pair in zip(self.weights, self.biases) for part in (pair[0].reshape(-1), pair[1])])


def seconds(call, calls):
    call()  # uncounted: the caches are filled again
    started = time.perf_counter()
    for _ in range(calls):
        call()
    return time.perf_counter() - started


def answer(runs, command):
    kind, mode = command["command"], command["mode"]
    if kind == "prepare":
        runs[mode] = {"autograd": Autograd, "in place": InPlace}[mode](Task(command))
        return {}
    run = runs[mode]
    if kind == "forward":
        return {"outputs": text(run.forward())}
    run.rate(command["rate"])
    if kind == "train_step":
        loss = run.train_step().item()
        return {"loss": loss, "parameters": text(run.parameters())}
    return {"seconds": seconds(run.forward if command["pass"] == "Forward" else run.train_step, command["calls"])}


def main():
    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)
    runs = {}
    for line in sys.stdin:
        try:
            result = answer(runs, json.loads(line))
        except Exception:
            result = {"error": traceback.format_exc()}
        print(json.dumps(result), flush=True)


main()
