"""Prints xoshiro.csv: the first numbers of Xoshiro256 for some seeds, from an implementation of its own.

    python3 xoshiro.py > xoshiro.csv               (any Python 3, nothing to install)

Columns: seed, kind of number (UInt64, Double, Normal), index, and the number: an integer, or the bits of a double as one.
Each kind starts a new sequence. Python's floats are IEEE doubles, so + - * / and sqrt give the bits that C# must give.
"""
import math
import struct

MASK = (1 << 64) - 1
LN2 = 0.693147180559945309417232


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def split_mix(seed):
    while True:
        seed = (seed + 0x9E3779B97F4A7C15) & MASK
        z = (seed ^ seed >> 30) * 0xBF58476D1CE4E5B9 & MASK
        z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
        yield z ^ z >> 31


def rotate(x, k):
    return (x << k | x >> 64 - k) & MASK


def integers(seed):
    """https://prng.di.unimi.it/xoshiro256starstar.c"""
    s = [word for word, _ in zip(split_mix(seed), range(4))]
    while True:
        yield rotate(s[1] * 5 & MASK, 7) * 9 & MASK
        t = s[1] << 17 & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotate(s[3], 45)


def doubles(seed):
    return (math.ldexp(word >> 11, -53) for word in integers(seed))


def log(x):
    m, k = math.frexp(x)
    m, k = 2 * m, k - 1
    if m >= math.sqrt(2):
        m, k = m / 2, k + 1
    r = (m - 1) / (m + 1)
    total = 0.0
    for n in range(11, 0, -1):
        total = (total + 1 / (2 * n + 1)) * (r * r)
    result = k * LN2 + 2 * (r + r * total)
    assert abs(result - math.log(x)) <= 1e-15 * abs(math.log(x))
    return result


def normals(seed):
    uniform = doubles(seed)
    while True:
        u, v = 2 * next(uniform) - 1, 2 * next(uniform) - 1
        s = u * u + v * v
        if 0 < s < 1:
            yield u * math.sqrt(-2 * log(s) / s)


for seed in (0, 1, 42, MASK):
    for kind, sequence, encode in (("UInt64", integers, int), ("Double", doubles, bits), ("Normal", normals, bits)):
        for index, number in zip(range(20), sequence(seed)):
            print(seed, kind, index, encode(number), sep=",")
