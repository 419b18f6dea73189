"""Prints elementary.csv: what the functions of Elementary are, to far more digits than a double has.

    python3 elementary.py > elementary.csv         (any Python 3.9 or later, nothing to install)

Columns: function, x, y (empty for functions of one number), the double nearest to the result, and what is left of
the result beyond it, in units in the last place of that double. An argument is a double and stands with all its digits.
"""
import csv
import math
import random
import struct
import sys
from decimal import Decimal, getcontext

# A result as small as 1e-324 that comes out of 1 + e^x or 1/2 - ... needs this many digits to have 50 good ones.
getcontext().prec = 400
ONE, HALF = Decimal(1), Decimal("0.5")


def pi():
    """Gauss and Legendre; each step doubles the digits."""
    a, b, t, p = ONE, 1 / Decimal(2).sqrt(), Decimal("0.25"), ONE
    for _ in range(10):
        a, b, t, p = (a + b) / 2, (a * b).sqrt(), t - p * ((a - b) / 2) ** 2, 2 * p
    return (a + b) ** 2 / (4 * t)


SQRT_TWO_PI = (2 * pi()).sqrt()


def expm1(x):
    return x.exp() - 1


def sigmoid(z):
    return 1 / (1 + (-z).exp())


def tanh(z):
    e = expm1(2 * z)
    return e / (e + 2)


def softplus(z):
    return (1 + z.exp()).ln()


def normal_density(z):
    return (-z * z / 2).exp() / SQRT_TWO_PI


def normal_cdf(z):
    """1/2 + density * (z + z^3/3 + z^5/(3*5) + z^7/(3*5*7) + ...), Abramowitz and Stegun 26.2.11."""
    total, term, n = Decimal(0), z, 1
    while term != 0 and (n * n < z * z or abs(term) > abs(total) * Decimal("1e-390")):
        total += term
        n += 2
        term = term * z * z / n
    return HALF + normal_density(z) * total


def binary_cross_entropy(z, t):
    return t * softplus(-z) + (1 - t) * softplus(z)


def x_log_y(x, y):
    return x * y.ln()


def to_single(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def points(low, high, smallest, count, rng):
    """Numbers spread evenly, and numbers of every magnitude; every other one is a float."""
    numbers = []
    for _ in range(count):
        numbers.append(rng.uniform(low, high))
        magnitude = math.exp(rng.uniform(math.log(smallest), math.log(max(-low, high))))
        numbers.append(magnitude if low >= 0 or rng.random() < 0.5 else -magnitude)
    numbers = [x if i % 2 else to_single(x) for i, x in enumerate(sorted(numbers))]
    return [x for x in numbers if low <= x <= high and x != 0]


def around(*numbers):
    """Both neighbours of numbers at which an implementation may change its method, of both signs."""
    return [s * y for x in numbers for y in (math.nextafter(x, 0), x, math.nextafter(x, math.inf)) for s in (1, -1)]


def write(writer, name, function, *arguments):
    value = function(*map(Decimal, arguments))
    nearest = float(value)
    if math.isinf(nearest):
        return
    rest = (value - Decimal(nearest)) / Decimal(math.ulp(nearest))
    texts = [repr(x) for x in arguments]
    writer.writerow([name, texts[0], "".join(texts[1:]), repr(nearest), format(float(rest), ".6f")])


def main(count):
    rng = random.Random(20240607)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    tiny = [5e-324, -5e-324, 2.2250738585072014e-308, -2.2250738585072014e-308, 1e-310, -1e-310]
    one_argument = [
        ("Exp", lambda x: x.exp(), points(-745, 709.7, 1e-20, count, rng) + tiny),
        ("Expm1", expm1, points(-40, 709.7, 1e-20, count, rng) + points(-1, 1, 1e-3, count, rng) + around(0.6875, 0.5, math.log(2)) + tiny),
        ("Log", lambda x: x.ln(), points(0, 1e300, 1e-300, count, rng) + points(0.4, 3, 0.9, count, rng)),
        ("Sigmoid", sigmoid, points(-745, 40, 1e-20, count, rng) + points(-40, 40, 1e-3, count, rng) + tiny),
        ("Tanh", tanh, points(-20, 20, 1e-20, count, rng) + points(-1, 1, 1e-3, count, rng) + tiny),
        ("Softplus", softplus, points(-745, 1000, 1e-20, count, rng) + points(-40, 40, 1e-3, count, rng) + tiny),
        ("NormalDensity", normal_density, points(-38.5, 38.5, 1e-20, count, rng) + points(-6, 6, 1e-3, count, rng) + tiny),
        ("NormalCdf", normal_cdf, points(-38.4, 9, 1e-20, count, rng) + points(-6, 6, 1e-3, count, rng)
         + around(0.66291, 5.656854248) + tiny),
    ]
    for name, function, arguments in one_argument:
        for x in arguments:
            write(writer, name, function, x)

    for z in points(-745, 745, 1e-20, count, rng) + points(-40, 40, 1e-3, count, rng):
        t = rng.choice([0.0, 1.0, 0.5, 0.1, 0.9, 1e-3, to_single(rng.random()), rng.random()])
        write(writer, "BinaryCrossEntropy", binary_cross_entropy, z, t)
    for y in points(0, 2, 1e-300, count, rng):
        write(writer, "XLogY", x_log_y, rng.choice([1.0, -2.0, to_single(rng.random()), rng.random()]), y)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
