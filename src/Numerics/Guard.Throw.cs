using System;
using System.Globalization;

namespace NetGen.Numerics;

// The messages: what is wrong, what was expected, what came.
public static partial class Guard
{
    private static void ThrowSamples(int length, int size, string parameter) =>
        throw new ArgumentException($"{parameter} holds {Numbers(length)}; expected N × {Text(size)}, for at least one sample.", parameter);

    private static void ThrowNull(string parameter) => throw new ArgumentNullException(parameter, "Expected one, but there is none.");

    private static void ThrowLength(int length, long expected, string parameter) =>
        throw new ArgumentException($"{parameter} holds {Numbers(length)}; expected {Text(expected)}.", parameter);

    private static void ThrowRows(int length, int samples, int size, string parameter) => throw WrongRows(length, samples, size, parameter);

    private static void ThrowLabelCount(int length, int samples, string parameter) =>
        throw new ArgumentException($"{parameter} holds {Numbers(length)}; expected {Text(samples)}, one for each sample.", parameter);

    private static void ThrowLabel(int index, int label, int classes, string parameter) =>
        throw new ArgumentOutOfRangeException(parameter, $"{parameter}[{Text(index)}] is {Text(label)}; expected 0 to {Text(classes - 1)}.");

    private static void ThrowOverlap(string written, string other) =>
        throw new ArgumentException($"{written} overlaps {other}; expected memory of its own, because it is written.", written);

    // By itself: of a method of more than a hundred bytes the JIT does not see that it never returns, and its callers keep their registers for what comes after.
    private static ArgumentException WrongRows(int length, int samples, int size, string parameter) =>
        new($"{parameter} holds {Numbers(length)}; expected {Text(samples)} × {Text(size)} = {Text((long)samples * size)}.", parameter);

    private static string Numbers(int count) => count == 1 ? "1 number" : Text(count) + " numbers";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
