using System;
using System.Linq;
using System.Runtime.Intrinsics;
using NetGen.Numerics;
using NetGen.Numerics.Kernels;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Products of matrices against three loops in double, at every size up to 40 and on every vector width.</summary>
public sealed class MatrixTests
{
    private const float Untouched = -7;

    public static TheoryData<int, int, int> Sizes
    {
        get
        {
            TheoryData<int, int, int> sizes = new();
            for (int size = 1; size <= 40; size++)
            {
                sizes.Add(size, 5, 11);
                sizes.Add(3, size, 18);
                sizes.Add(9, 4, size);
            }

            sizes.Add(17, 130, 70);
            sizes.Add(2, 65, 300);
            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void MultiplyAdd(int rows, int steps, int columns)
    {
        foreach ((int aRow, int aStep, int bGap, int cGap) in new[] { (steps, 1, 0, 0), (1, rows, 3, 2), (steps + 1, 1, 16, 0) })
        {
            Operands operands = new(rows, steps, columns, aRow, aStep, columns + bGap, columns + cGap);
            operands.Check(c => Matrix.MultiplyAdd(operands.A, aRow, aStep, operands.B, columns + bGap, c, columns + cGap, rows, steps, columns));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void EveryWidthGivesTheSameUpToRounding(int rows, int steps, int columns)
    {
        // Room to read the last row in whole vectors.
        int bRow = (columns + 15) / 16 * 16;
        Operands operands = new(rows, steps, columns, steps, 1, bRow, columns);
        operands.Check(c => MatrixKernel<Single512, Vector512<float>, float>.MultiplyAdd(ref operands.A[0], steps, 1, ref operands.B[0], bRow, ref c[0], columns, rows, steps, columns));
        operands.Check(c => MatrixKernel<Single256, Vector256<float>, float>.MultiplyAdd(ref operands.A[0], steps, 1, ref operands.B[0], bRow, ref c[0], columns, rows, steps, columns));
        operands.Check(c => MatrixKernel<Single128, Vector128<float>, float>.MultiplyAdd(ref operands.A[0], steps, 1, ref operands.B[0], bRow, ref c[0], columns, rows, steps, columns));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void MultiplyAddInDouble(int rows, int steps, int columns)
    {
        Operands operands = new(rows, steps, columns, steps, 1, columns, columns);
        double[] a = [.. operands.A.Select(value => (double)value)];
        double[] b = [.. operands.B.Select(value => (double)value)];
        operands.Check(
            c =>
            {
                double[] sums = [.. c.Select(value => (double)value)];
                Matrix.MultiplyAdd(a, steps, 1, b, columns, sums, columns, rows, steps, columns);
                for (int i = 0; i < c.Length; i++)
                {
                    c[i] = (float)sums[i];
                }
            },
            tolerance: 1e-6);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void MultiplyTransposed(int rows, int steps, int columns)
    {
        Operands operands = new(rows, steps, columns, steps, 1, columns, columns + 1);
        float[] transposed = new float[columns * (steps + 2)];
        for (int j = 0; j < columns; j++)
        {
            for (int k = 0; k < steps; k++)
            {
                transposed[(j * (steps + 2)) + k] = operands.B[(k * columns) + j];
            }
        }

        operands.Check(c => Matrix.MultiplyTransposed(operands.A, steps, transposed, steps + 2, c, columns + 1, rows, steps, columns), adds: false);
    }

    [Fact]
    public void ARowHasTheSameBitsAloneAndAmongOthers()
    {
        const int Rows = 23, Steps = 77, Columns = 45;
        Operands operands = new(Rows, Steps, Columns, Steps, 1, Columns, Columns);
        float[] together = new float[Rows * Columns];
        Matrix.MultiplyAdd(operands.A, Steps, 1, operands.B, Columns, together, Columns, Rows, Steps, Columns);
        for (int r = 0; r < Rows; r++)
        {
            float[] alone = new float[Columns];
            Matrix.MultiplyAdd(operands.A.AsSpan(r * Steps, Steps), Steps, 1, operands.B, Columns, alone, Columns, 1, Steps, Columns);
            Assert.Equal(together[(r * Columns)..((r + 1) * Columns)], alone);
        }
    }

    [Fact]
    public void SizesBeyondAnOperandAreRefused()
    {
        float[] six = new float[6];
        Assert.Throws<ArgumentException>(() => Matrix.MultiplyAdd(new float[5], 3, 1, six, 2, new float[4], 2, 2, 3, 2));
        Assert.Throws<ArgumentException>(() => Matrix.MultiplyAdd(six, 3, 1, new float[5], 2, new float[4], 2, 2, 3, 2));
        Assert.Throws<ArgumentException>(() => Matrix.MultiplyAdd(six, 3, 1, six, 2, new float[3], 2, 2, 3, 2));
        Assert.Throws<ArgumentException>(() => Matrix.MultiplyTransposed(six, 3, new float[5], 3, new float[4], 2, 2, 3, 2));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 7)]
    [InlineData(5, 33)]
    public void AddRows(int rows, int columns)
    {
        float[] a = [.. Enumerable.Range(0, rows * columns).Select(i => (float)i)];
        float[] sums = [.. Enumerable.Repeat(1f, columns)];
        Matrix.AddRows(a, sums);
        Assert.Equal(Enumerable.Range(0, columns).Select(j => 1f + Enumerable.Range(0, rows).Sum(r => a[(r * columns) + j])), sums);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(37)]
    public void Subtract(int length)
    {
        float[] target = [.. Enumerable.Range(0, length).Select(i => (float)i)];
        Matrix.Subtract(target, [.. Enumerable.Repeat(2f, length)], 0.5f);
        Assert.Equal(Enumerable.Range(0, length).Select(i => i - 1f), target);
    }

    /// <summary>Random operands, and what must come out; what lies between the rows of C must stay.</summary>
    private sealed class Operands
    {
        private readonly double[] _products;
        private readonly int _columns;
        private readonly int _cRow;

        public Operands(int rows, int steps, int columns, int aRow, int aStep, int bRow, int cRow)
        {
            Random random = new(rows + (100 * steps) + (10_000 * columns));
            A = Numbers(random, ((rows - 1) * aRow) + ((steps - 1) * aStep) + 1);
            B = Numbers(random, steps * bRow);
            _columns = columns;
            _cRow = cRow;
            _products = new double[rows * columns];
            for (int r = 0; r < rows; r++)
            {
                for (int j = 0; j < columns; j++)
                {
                    _products[(r * columns) + j] = Enumerable.Range(0, steps).Sum(k => (double)A[(r * aRow) + (k * aStep)] * B[(k * bRow) + j]);
                }
            }
        }

        public float[] A { get; }

        public float[] B { get; }

        public void Check(Action<float[]> multiply, bool adds = true, double tolerance = 1e-5)
        {
            int rows = _products.Length / _columns;
            float[] c = [.. Enumerable.Repeat(Untouched, ((rows - 1) * _cRow) + _columns)];
            multiply(c);
            for (int i = 0; i < c.Length; i++)
            {
                (int r, int j) = (i / _cRow, i % _cRow);
                double expected = j >= _columns ? Untouched : _products[(r * _columns) + j] + (adds ? Untouched : 0);
                Assert.InRange(c[i] - expected, -tolerance * (1 + Math.Abs(expected)), tolerance * (1 + Math.Abs(expected)));
            }
        }

        private static float[] Numbers(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => (random.NextSingle() * 2) - 1)];
    }
}
