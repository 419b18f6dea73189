"""Writes the reference data of optimizers, gradient clipping and learning-rate schedules, optimizers.json, clipping.json
and schedules.json of NetGen.Tests, and of whole trainings, training.json of NetGen.Integration.Tests.

    /usr/bin/python3 tests/pytorch/make_training_data.py

needs PyTorch (made with 1.13) and nothing else. All numbers are float64; the seed makes the same on every run. What a case
is called, the tests construct under the same name.

optimizers.json   the gradients of every step are curvature * (parameters - center) + noise[step], so that an error in one
                  step shows in all later ones; for each case the parameters after each of 50 steps
clipping.json     gradients, the norm of them, and what clip_grad_norm_ and clip_grad_value_ leave
schedules.json    the learning rate of each step, from one of 0.2
training.json     a 5-7-3 network with tanh, softmax and cross-entropy, and a penalty of 0.01 on squared weights, trained for
                  six epochs of batches of 8, 8 and 6 samples in their order; parameters in canonical order (W [in, out], b
                  of each layer); for each case the mean loss of the batches and the learning rate of every epoch, and the
                  parameters at the end
"""

import copy
import json
import pathlib
import random
import sys
import warnings

import torch
import torch.nn.functional as F
from torch.optim import SGD, Adagrad, Adam, AdamW, RMSprop
from torch.optim.lr_scheduler import (
    ChainedScheduler,
    ConstantLR,
    CosineAnnealingLR,
    ExponentialLR,
    LinearLR,
    OneCycleLR,
    SequentialLR,
    StepLR,
)

sys.dont_write_bytecode = True  # no __pycache__ in the repository

FOLDER = pathlib.Path(__file__).parent.parent
SEED = 20240424
STEPS = 50
SIZE = 11  # a vector of eight doubles and a rest

OPTIMIZERS = {
    "Sgd": lambda p: SGD(p, lr=0.1),
    "Sgd, weight decay": lambda p: SGD(p, lr=0.1, weight_decay=0.05),
    "Sgd, momentum": lambda p: SGD(p, lr=0.02, momentum=0.9),
    "Sgd, dampening": lambda p: SGD(p, lr=0.05, momentum=0.8, dampening=0.3, weight_decay=0.01),
    "Sgd, Nesterov": lambda p: SGD(p, lr=0.02, momentum=0.9, weight_decay=0.02, nesterov=True),
    "Adam": lambda p: Adam(p),
    "Adam, all options": lambda p: Adam(p, lr=0.03, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.1),
    "Adam, AMSGrad": lambda p: Adam(p, lr=0.05, betas=(0.7, 0.8), amsgrad=True),
    "AdamW": lambda p: AdamW(p),
    "AdamW, all options": lambda p: AdamW(p, lr=0.03, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.3),
    "AdamW, AMSGrad": lambda p: AdamW(p, lr=0.05, betas=(0.7, 0.8), weight_decay=0.1, amsgrad=True),
    "RmsProp": lambda p: RMSprop(p),
    "RmsProp, weight decay": lambda p: RMSprop(p, lr=0.02, alpha=0.8, eps=1e-3, weight_decay=0.1),
    "RmsProp, momentum": lambda p: RMSprop(p, lr=0.005, momentum=0.7),
    "RmsProp, centered": lambda p: RMSprop(p, alpha=0.9, centered=True),
    "RmsProp, all options": lambda p: RMSprop(p, lr=0.004, alpha=0.9, eps=1e-3, weight_decay=0.1, momentum=0.6, centered=True),
    "AdaGrad": lambda p: Adagrad(p),
    "AdaGrad, all options": lambda p: Adagrad(p, lr=0.3, lr_decay=0.1, weight_decay=0.05, initial_accumulator_value=0.2, eps=1e-3),
}

SCHEDULES = {
    "constant": lambda o: ConstantLR(o),
    "constant, all options": lambda o: ConstantLR(o, factor=0.7, total_iters=3),
    "step": lambda o: StepLR(o, step_size=7),
    "step, all options": lambda o: StepLR(o, step_size=3, gamma=0.8),
    "exponential": lambda o: ExponentialLR(o, gamma=0.93),
    "linear": lambda o: LinearLR(o),
    "linear, down": lambda o: LinearLR(o, start_factor=1.0, end_factor=0.0, total_iters=30),
    "cosine": lambda o: CosineAnnealingLR(o, T_max=20),
    "cosine, minimum": lambda o: CosineAnnealingLR(o, T_max=30, eta_min=0.01),
    "warm-up": lambda o: SequentialLR(o, [LinearLR(o, total_iters=6), CosineAnnealingLR(o, T_max=34)], milestones=[6]),
    "one-cycle": lambda o: OneCycleLR(o, max_lr=0.5, total_steps=40, cycle_momentum=False),
    "one-cycle, linear": lambda o: OneCycleLR(
        o, max_lr=0.5, total_steps=40, pct_start=0.25, anneal_strategy="linear", div_factor=10, final_div_factor=100, cycle_momentum=False
    ),
    "one-cycle, three phases": lambda o: OneCycleLR(o, max_lr=0.5, total_steps=40, three_phase=True, cycle_momentum=False),
    "sequence": lambda o: SequentialLR(
        o, [ConstantLR(o, total_iters=4), StepLR(o, step_size=5, gamma=0.5), ExponentialLR(o, gamma=0.9)], milestones=[4, 20]
    ),
    "chain": lambda o: ChainedScheduler([LinearLR(o, total_iters=10), ExponentialLR(o, gamma=0.95), StepLR(o, step_size=15)]),
}


# Each: the optimizer, the schedule and whether it counts batches, what is done to the gradients.
TRAININGS = {
    "plain SGD": (lambda p: SGD(p, lr=0.5), None, False, None),
    "SGD with momentum, one-cycle, clipped values": (
        lambda p: SGD(p, lr=0.1, momentum=0.9, nesterov=True),
        lambda o: OneCycleLR(o, max_lr=0.4, total_steps=18, cycle_momentum=False),
        True,
        lambda p: torch.nn.utils.clip_grad_value_(p, 0.05),
    ),
    "AdamW, cosine, clipped norm": (
        lambda p: AdamW(p, lr=0.05, weight_decay=0.1),
        lambda o: CosineAnnealingLR(o, T_max=6),
        False,
        lambda p: torch.nn.utils.clip_grad_norm_(p, 0.3),
    ),
}


def numbers(rng, low, high, count=SIZE):
    return [round(rng.uniform(low, high), 6) for _ in range(count)]


def optimizers(rng):
    problem = {
        "start": numbers(rng, -2, 2),
        "curvature": numbers(rng, 0.1, 3),
        "center": numbers(rng, -1, 1),
        "noise": [numbers(rng, -0.5, 0.5) for _ in range(STEPS)],
    }
    start, curvature, center = (torch.tensor(problem[name]) for name in ("start", "curvature", "center"))
    cases = {}
    for name, make in OPTIMIZERS.items():
        parameters = torch.nn.Parameter(start.clone())
        optimizer = make([parameters])
        cases[name] = []
        for noise in problem["noise"]:
            parameters.grad = curvature * (parameters.detach() - center) + torch.tensor(noise)
            optimizer.step()
            cases[name].append(parameters.tolist())
    return {**problem, "trajectories": cases}


def clipping(rng):
    for limit in (0.1, 2.0, 100.0):
        gradients = numbers(rng, -3, 3)
        by_norm, by_value = (torch.nn.Parameter(torch.zeros(SIZE)) for _ in range(2))
        by_norm.grad, by_value.grad = torch.tensor(gradients), torch.tensor(gradients)
        norm = torch.nn.utils.clip_grad_norm_([by_norm], limit)
        torch.nn.utils.clip_grad_value_([by_value], limit)
        yield {
            "limit": limit,
            "gradients": gradients,
            "norm": norm.item(),
            "byNorm": by_norm.grad.tolist(),
            "byValue": by_value.grad.tolist(),
        }


def learning_rates(make):
    optimizer = SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.2)
    scheduler = make(optimizer)
    rates = []
    for _ in range(40):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return rates


def canonical(network):
    return [number for p in network.parameters() for number in p.detach().T.reshape(-1).tolist()]


def train(network, inputs, labels, make_optimizer, make_schedule, counts_batches, clip):
    optimizer = make_optimizer(network.parameters())
    schedule = make_schedule(optimizer) if make_schedule else None
    batches = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(inputs, labels), batch_size=8)
    losses, rates = [], []
    for _ in range(6):
        total = 0.0
        for x, t in batches:
            optimizer.zero_grad()
            penalty = sum((layer.weight**2).sum() for layer in network if isinstance(layer, torch.nn.Linear))
            loss = F.cross_entropy(network(x), t) + 0.01 * penalty
            loss.backward()
            if clip:
                clip(network.parameters())
            rate = optimizer.param_groups[0]["lr"]
            optimizer.step()
            if schedule and counts_batches:
                schedule.step()
            total += loss.item() * len(t)
        if schedule and not counts_batches:
            schedule.step()
        losses.append(total / len(labels))
        rates.append(rate)
    return {"loss": losses, "learningRate": rates, "parameters": canonical(network)}


def trainings(rng):
    start = torch.nn.Sequential(torch.nn.Linear(5, 7), torch.nn.Tanh(), torch.nn.Linear(7, 3))
    for p in start.parameters():
        p.data = torch.tensor(numbers(rng, -1, 1, p.numel())).reshape(p.shape)
    inputs = torch.tensor(numbers(rng, -1, 1, 22 * 5)).reshape(22, 5)
    labels = torch.tensor([rng.randrange(3) for _ in range(22)])
    return {
        "parameters": canonical(start),
        "inputs": inputs.reshape(-1).tolist(),
        "labels": labels.tolist(),
        "cases": {name: train(copy.deepcopy(start), inputs, labels, *case) for name, case in TRAININGS.items()},
    }


def write(name, data):
    text = json.dumps(data, indent=None, separators=(",", ":"), allow_nan=False).replace("],", "],\n").replace("},", "},\n") + "\n"
    (FOLDER / name).write_bytes(text.encode("utf-8"))
    print(f"{name}: {len(text) / 1e3:.0f} KB")


def main():
    warnings.simplefilter("ignore")  # SequentialLR calls step with an epoch, which PyTorch itself calls deprecated
    torch.set_default_dtype(torch.float64)
    rng = random.Random(SEED)
    write("NetGen.Tests/Data/optimizers.json", optimizers(rng))
    write("NetGen.Tests/Data/clipping.json", list(clipping(rng)))
    write("NetGen.Tests/Data/schedules.json", {name: learning_rates(make) for name, make in SCHEDULES.items()})
    write("NetGen.Integration.Tests/Data/training.json", trainings(rng))


if __name__ == "__main__":
    main()
