using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

public class GuardTests
{
    [Theory]
    [InlineData(4, 4, 1)]
    [InlineData(12, 4, 3)]
    [InlineData(7, 1, 7)]
    [InlineData(int.MaxValue, 1, int.MaxValue)]
    public void Samples_are_counted(int length, int size, int samples) => Assert.Equal(samples, Guard.Samples(length, size, "inputs"));

    [Theory]
    [InlineData(7, 4, "inputs holds 7 numbers; expected N × 4, for at least one sample. (Parameter 'inputs')")]
    [InlineData(0, 4, "inputs holds 0 numbers; expected N × 4, for at least one sample. (Parameter 'inputs')")]
    [InlineData(1, 2, "inputs holds 1 number; expected N × 2, for at least one sample. (Parameter 'inputs')")]
    public void Samples_throws(int length, int size, string message) =>
        AssertThrows<ArgumentException>(message, "inputs", () => Guard.Samples(length, size, "inputs"));

    [Fact]
    public void Length_is_checked()
    {
        Guard.Length(19, 19, "gradients");
        AssertThrows<ArgumentException>(
            "gradients holds 18 numbers; expected 19. (Parameter 'gradients')", "gradients", () => Guard.Length(18, 19, "gradients"));
        AssertThrows<ArgumentException>(
            "gradients holds 1 number; expected 5000000000. (Parameter 'gradients')", "gradients", () => Guard.Length(1, 5_000_000_000, "gradients"));
    }

    [Fact]
    public void Rows_are_checked()
    {
        Guard.Rows(6, 3, 2, "outputs");
        AssertThrows<ArgumentException>(
            "outputs holds 5 numbers; expected 3 × 2 = 6. (Parameter 'outputs')", "outputs", () => Guard.Rows(5, 3, 2, "outputs"));

        // 65536 × 65536 is 0 in 32 bits.
        AssertThrows<ArgumentException>(
            "outputs holds 0 numbers; expected 65536 × 65536 = 4294967296. (Parameter 'outputs')", "outputs", () => Guard.Rows(0, 65536, 65536, "outputs"));
    }

    [Fact]
    public void Labels_are_checked()
    {
        Guard.Labels([0, 2, 1], 3, 3, "labels");
        AssertThrows<ArgumentException>(
            "labels holds 2 numbers; expected 3, one for each sample. (Parameter 'labels')", "labels", () => Guard.Labels([0, 1], 3, 3, "labels"));
        AssertThrows<ArgumentOutOfRangeException>(
            "labels[1] is 3; expected 0 to 2. (Parameter 'labels')", "labels", () => Guard.Labels([0, 3, -1], 3, 3, "labels"));
        AssertThrows<ArgumentOutOfRangeException>(
            "labels[2] is -1; expected 0 to 2. (Parameter 'labels')", "labels", () => Guard.Labels([0, 1, -1], 3, 3, "labels"));
    }

    [Fact]
    public void Messages_do_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        try
        {
            CultureInfo.CurrentCulture = culture;
            AssertThrows<ArgumentOutOfRangeException>(
                "labels[0] is -1; expected 0 to 2. (Parameter 'labels')", "labels", () => Guard.Labels([-1], 1, 3, "labels"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(0, 4, 4, 4, false)] // side by side
    [InlineData(4, 4, 0, 4, false)]
    [InlineData(0, 4, 0, 4, true)] // the same
    [InlineData(0, 8, 2, 2, true)] // one within the other
    [InlineData(2, 2, 0, 8, true)]
    [InlineData(0, 5, 4, 4, true)] // in part
    [InlineData(4, 4, 0, 5, true)]
    [InlineData(2, 0, 0, 8, false)] // empty
    [InlineData(0, 8, 2, 0, false)]
    public void Separate_finds_overlaps(int start, int length, int otherStart, int otherLength, bool overlaps)
    {
        float[] memory = new float[8];
        AssertSeparate<float, float>(memory.AsMemory(start, length), memory.AsMemory(otherStart, otherLength), overlaps);
    }

    [Fact]
    public void Separate_compares_memory_and_not_elements()
    {
        double[] numbers = new double[4];
        static Span<int> Labels(double[] of) => MemoryMarshal.Cast<double, int>(of.AsSpan());

        // The upper half of numbers[1] is labels[3].
        Guard.Separate<int, double>(Labels(numbers).Slice(4, 1), "labels", numbers.AsSpan(0, 2), "inputs");
        AssertThrows<ArgumentException>(
            "labels overlaps inputs; expected memory of its own, because it is written. (Parameter 'labels')",
            "labels",
            () => Guard.Separate<int, double>(Labels(numbers).Slice(3, 1), "labels", numbers.AsSpan(0, 2), "inputs"));
        AssertThrows<ArgumentException>(
            "inputs overlaps labels; expected memory of its own, because it is written. (Parameter 'inputs')",
            "inputs",
            () => Guard.Separate<double, int>(numbers.AsSpan(0, 2), "inputs", Labels(numbers).Slice(3, 1), "labels"));

        // Half of an element in common.
        AssertThrows<ArgumentException>(
            "outputs overlaps inputs; expected memory of its own, because it is written. (Parameter 'outputs')",
            "outputs",
            () => Guard.Separate<double, double>(
                MemoryMarshal.Cast<int, double>(Labels(numbers).Slice(3, 2)), "outputs", numbers.AsSpan(0, 2), "inputs"));
    }

    [Fact]
    public void Separate_allows_other_arrays() => Guard.Separate<float, float>(new float[4], "outputs", new float[4], "inputs");

    /// <summary>More bytes than an int counts. The spans claim memory that is not theirs, but only their bounds are looked at.</summary>
    [Fact]
    public void Separate_takes_spans_of_more_than_2_GB()
    {
        const int Huge = (1 << 28) + 8;
        double[] numbers = new double[8];

        Guard.Separate<double, double>(At(numbers, 4, Huge), "outputs", At(numbers, 0, 4), "inputs");
        Guard.Separate<double, double>(At(numbers, 4, Huge), "outputs", At(numbers, 4 + Huge, 1), "inputs");
        Guard.Separate<int, double>(MemoryMarshal.Cast<double, int>(At(numbers, 0, 4)), "labels", At(numbers, 4, Huge), "inputs");
        Assert.Throws<ArgumentException>(() => Guard.Separate<double, double>(
            At(numbers, 4, Huge), "outputs", At(numbers, 3 + Huge, 1), "inputs"));
        Assert.Throws<ArgumentException>(() => Guard.Separate<double, double>(
            At(numbers, 0, Huge), "outputs", At(numbers, Huge - 1, Huge), "inputs"));
        Assert.Throws<ArgumentException>(() => Guard.Separate<int, double>(
            MemoryMarshal.Cast<double, int>(At(numbers, 3 + Huge, 1)), "labels", At(numbers, 4, Huge), "inputs"));

        static ReadOnlySpan<double> At(double[] numbers, int start, int length) =>
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref numbers[0], start), length);
    }

    private static void AssertSeparate<TWritten, TOther>(Memory<TWritten> written, Memory<TOther> other, bool overlaps)
        where TWritten : unmanaged
        where TOther : unmanaged
    {
        Exception? thrown = Record.Exception(() => Guard.Separate<TWritten, TOther>(written.Span, "outputs", other.Span, "inputs"));
        if (overlaps)
        {
            var exception = Assert.IsType<ArgumentException>(thrown);
            Assert.Equal("outputs", exception.ParamName);
            Assert.Equal("outputs overlaps inputs; expected memory of its own, because it is written. (Parameter 'outputs')", exception.Message);
        }
        else
        {
            Assert.Null(thrown);
        }
    }

    private static void AssertThrows<TException>(string message, string parameter, Action call)
        where TException : ArgumentException
    {
        var exception = Assert.Throws<TException>(call);
        Assert.Equal(message, exception.Message);
        Assert.Equal(parameter, exception.ParamName);
    }
}
