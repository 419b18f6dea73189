"""Trains the same network on the same data in PyTorch; prints one line of JSON for each epoch.

python3 train.py FOLDER HIDDEN LAYERS EPOCHS SEED CORES, with HIDDEN units in each of LAYERS hidden layers.
"""

import gzip
import json
import os
import sys
import time

import torch
from torch import nn

BATCH_SIZE = 128
LEARNING_RATE = 0.05
MOMENTUM = 0.9


def read(folder, name):
    """The bytes of an IDX file behind its header, which is as long as the number of dimensions says."""
    path = os.path.join(folder, name)
    with open(path, "rb") if os.path.exists(path) else gzip.open(path + ".gz", "rb") as file:
        data = file.read()
    return torch.frombuffer(bytearray(data[4 + 4 * data[3]:]), dtype=torch.uint8)


def part(folder, name):
    images = read(folder, f"{name}-images-idx3-ubyte").float()
    labels = read(folder, f"{name}-labels-idx1-ubyte").long()
    return images.reshape(len(labels), -1), labels


def main():
    folder, hidden, layers, epochs, seed, cores = sys.argv[1], *map(int, sys.argv[2:7])
    torch.set_num_threads(cores)
    torch.manual_seed(seed)

    (x, t), (x_test, t_test) = part(folder, "train"), part(folder, "t10k")
    mean, scale = x.mean(0), x.std(0, unbiased=False)
    scale[scale == 0] = 1
    x, x_test = (x - mean) / scale, (x_test - mean) / scale

    modules, inputs = [], x.shape[1]
    for _ in range(layers):
        modules += [nn.Linear(inputs, hidden), nn.ReLU()]
        inputs = hidden
    model = nn.Sequential(*modules, nn.Linear(inputs, 10))
    for module in model:
        if isinstance(module, nn.Linear):
            nn.init.kaiming_uniform_(module.weight, nonlinearity="relu")
            nn.init.zeros_(module.bias)

    steps = epochs * -(-len(x) // BATCH_SIZE)
    loss_fn = nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=LEARNING_RATE, momentum=MOMENTUM)
    scheduler = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, total_iters=steps)

    for epoch in range(epochs):
        started = time.perf_counter()
        # Indexing whole batches is many times as fast as a DataLoader, which fetches sample by sample.
        for batch in torch.randperm(len(x)).split(BATCH_SIZE):
            optimizer.zero_grad(set_to_none=True)
            loss_fn(model(x[batch]), t[batch]).backward()
            optimizer.step()
            scheduler.step()

        with torch.no_grad():
            right = sum(int((model(xs).argmax(1) == ts).sum()) for xs, ts in zip(x_test.split(256), t_test.split(256)))
        seconds = time.perf_counter() - started
        print(json.dumps({"epoch": epoch + 1, "seconds": seconds, "accuracy": right / len(x_test)}), flush=True)


if __name__ == "__main__":
    main()
