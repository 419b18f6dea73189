using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics.Kernels;
using NetGen.Optimizers;

namespace NetGen.Numerics;

/// <summary>What becomes of the gradients of a block of samples: they are added to what stands there, or an optimizer takes them while they are in the cache.</summary>
/// <remarks>Called by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Gradients
{
    /// <summary>Of small matrices and of biases: gradients that are few enough for the stack.</summary>
    private const int WaitingOnStack = 1 << 11;

    /// <summary>Rows of a panel whose gradients wait for an optimizer together: they stay in the second-level cache beside what they are made of.</summary>
    private const int WaitingRows = 256;

    /// <summary>Columns of L that stay in the first-level cache beside a panel's columns of R.</summary>
    private const int TogetherColumns = 64;

    /// <summary>Bytes of gradients that are near.</summary>
    private const int NearBytes = 1 << 18;

    /// <summary>Rows of a panel in a page of memory. Where rows of L are as far apart, every step down a column goes to another page, and columns are brought together.</summary>
    private const int RowsOfPage = (1 << 12) / PanelShape.PanelBytes;

    /// <summary>Begins the step of an optimizer, unless the error is not finite: then nothing is to be changed.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="optimizer">The optimizer, or null where gradients are added up.</param>
    /// <param name="error">The error of all samples.</param>
    /// <param name="length">How many parameters there are.</param>
    /// <returns>Whether gradients are wanted.</returns>
    public static bool Begin<T>(IOptimizer<T>? optimizer, double error, int length)
        where T : unmanaged
    {
        if (optimizer is null)
        {
            return true;
        }

        if (!Real.IsFinite(error))
        {
            return false;
        }

        optimizer.BeginStep(length);
        return true;
    }

    /// <summary>Sets all gradients to 0, which others are then added to.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="g">All gradients.</param>
    [MethodImpl(Compiled.InFull)]
    public static void Clear<T>(Span<T> g)
        where T : unmanaged
    {
        // Whatever stays in the second-level cache: there a loop takes half as long as the instruction for whole blocks of memory, which Clear comes down to.
        if (g.Length <= NearBytes / Unsafe.SizeOf<T>())
        {
            g.Fill(default);
        }
        else
        {
            g.Clear();
        }
    }

    /// <summary>The gradient of a matrix: Lᵀ·R, a sum over the rows of L and R.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="left">L, rows × shape.Rows.</param>
    /// <param name="leftRow">From row to row of L.</param>
    /// <param name="right">R, rows × shape.PaddedColumns.</param>
    /// <param name="rightRow">From row to row of R.</param>
    /// <param name="rows">Rows of L and R, at least 1.</param>
    /// <param name="target">All gradients, which this one is added to; or all parameters, which are changed.</param>
    /// <param name="offset">Where the matrix begins.</param>
    /// <param name="shape">The shape of the matrix.</param>
    /// <param name="decay">What is added, times the target itself: of a penalty.</param>
    /// <param name="optimizer">What changes the parameters, or null.</param>
    /// <exception cref="ArgumentException">An operand is too short for its sizes.</exception>
    public static void SumOuterProducts<T>(
        ReadOnlySpan<T> left, int leftRow, ReadOnlySpan<T> right, int rightRow, int rows, Span<T> target, int offset, in PanelShape shape, T decay, IOptimizer<T>? optimizer)
        where T : unmanaged
    {
        double factor = Real.ToDouble(decay);
        if (optimizer is not null)
        {
#if NET8_0_OR_GREATER
            if (Parallelism.OfThread > 1 && UpdateInParts(left, leftRow, right, rightRow, rows, target, offset, shape, factor, optimizer))
            {
                return;
            }
#endif
            Update(left, leftRow, right, rightRow, rows, target, offset, shape, factor, optimizer);
        }
        else if (factor != 0)
        {
            AddProducts(left, leftRow, right, rightRow, rows, target, offset, shape, new AddDecayed(factor));
        }
        else
        {
            AddProducts(left, leftRow, right, rightRow, rows, target, offset, shape, default(Add));
        }
    }

    /// <summary>The gradient of a bias: a sum of rows.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="source">Rows of at least as many columns as the bias has.</param>
    /// <param name="sourceRow">From row to row.</param>
    /// <param name="rows">How many rows, at least 1.</param>
    /// <param name="target">All gradients, which this one is added to; or all parameters, which are changed.</param>
    /// <param name="offset">Where the bias begins.</param>
    /// <param name="columns">Its length.</param>
    /// <param name="optimizer">What changes the parameters, or null.</param>
    /// <exception cref="ArgumentException">An operand is too short for its sizes.</exception>
#if NET8_0_OR_GREATER
    [SkipLocalsInit]
#endif
    public static void SumRows<T>(ReadOnlySpan<T> source, int sourceRow, int rows, Span<T> target, int offset, int columns, IOptimizer<T>? optimizer)
        where T : unmanaged
    {
        Span<T> part = target.Slice(offset, columns);
        if (optimizer is null)
        {
            Rows(source, sourceRow, rows, part, default(Add));
            return;
        }

        Span<T> gradients = columns <= WaitingOnStack ? stackalloc T[columns] : ThreadScratch.GetGradients<T>(columns);
        Rows(source, sourceRow, rows, gradients, default(Store));
        optimizer.Update(offset, part, gradients);
    }

    /// <summary>Some rows of one panel after the other: they are neighbors in memory, and no gradient is far when its parameter is changed.</summary>
#if NET8_0_OR_GREATER
    [SkipLocalsInit]
#endif
    private static void Update<T>(
        ReadOnlySpan<T> left, int leftRow, ReadOnlySpan<T> right, int rightRow, int rows, Span<T> parameters, int offset, in PanelShape shape, double decay, IOptimizer<T> optimizer)
        where T : unmanaged
    {
        // Where the steps down a column of L are far apart in memory, some columns at a time are brought together for many panels.
        bool gathers = leftRow >= RowsOfPage * shape.PanelWidth && shape.Panels >= 8 && shape.Rows > TogetherColumns && rows > TogetherColumns / 4;
        int width = Math.Min(shape.PanelWidth, shape.PaddedColumns);
        int most = Math.Min(shape.Rows, shape.Length <= 4 * WaitingOnStack && !gathers ? WaitingOnStack / width : WaitingRows);
        int waiting = most * width;
        Span<T> memory = waiting <= WaitingOnStack && !gathers ? stackalloc T[waiting] : ThreadScratch.GetGradients<T>(waiting + (gathers ? rows * most : 0));
        Span<T> together = memory.Slice(waiting);
#if NET8_0_OR_GREATER
        bool isFar = IsFar<T>((long)parameters.Length * (1 + optimizer.StateCount));
#endif
        for (int row = 0; row < shape.Rows; row += most)
        {
            int height = Math.Min(most, shape.Rows - row);
            int columns = gathers ? TogetherColumns : height;
            for (int column = 0; gathers && column < height; column += columns)
            {
                Gather(left.Slice(row + column), leftRow, rows, together.Slice(column * rows), Math.Min(columns, height - column));
            }

            for (int panel = 0; panel < shape.Panels; panel++)
            {
                PanelShape part = shape.Part(panel, panel + 1);
                int at = offset + shape.Offset(row, panel * shape.PanelWidth);
                ReadOnlySpan<T> ofPanel = right.Slice(panel * shape.PanelWidth);
                for (int column = 0; column < height; column += columns)
                {
                    int count = Math.Min(columns, height - column);
                    PanelShape some = part.WithRows(count);
                    ReadOnlySpan<T> factors = gathers ? together.Slice(column * rows) : left.Slice(row);
                    int factorsRow = gathers ? count : leftRow;
                    Span<T> sums = memory.Slice(column * part.LastWidth);
#if NET8_0_OR_GREATER
                    if (isFar)
                    {
                        Products(factors, factorsRow, ofPanel, rightRow, rows, sums, some, Ahead(sums, parameters, at + (column * part.LastWidth), optimizer));
                        continue;
                    }
#endif
                    Products(factors, factorsRow, ofPanel, rightRow, rows, sums, some, default(Store));
                }

                Hand(memory.Slice(0, height * part.LastWidth), parameters, at, decay, optimizer);
            }
        }
    }

    private static void AddProducts<T, TFinish>(
        ReadOnlySpan<T> left, int leftRow, ReadOnlySpan<T> right, int rightRow, int rows, Span<T> target, int offset, in PanelShape shape, TFinish finish)
        where T : unmanaged
        where TFinish : struct, IFinish<float>, IFinish<double>
    {
        Span<T> part = target.Slice(offset, shape.Length);
#if NET8_0_OR_GREATER
        if (IsFar<T>(target.Length))
        {
            Products(left, leftRow, right, rightRow, rows, part, shape, new Ahead<TFinish>(finish, default));
            return;
        }
#endif
        Products(left, leftRow, right, rightRow, rows, part, shape, finish);
    }

    private static void Hand<T>(Span<T> gradients, Span<T> parameters, int offset, double decay, IOptimizer<T> optimizer)
        where T : unmanaged
    {
        Span<T> weights = parameters.Slice(offset, gradients.Length);
        if (decay != 0)
        {
            Matrix.Subtract(gradients, weights, Real.From<T>(-decay));
        }

        optimizer.Update(offset, weights, gradients);
    }

    private static void Gather<T>(ReadOnlySpan<T> source, int sourceRow, int rows, Span<T> target, int columns)
        where T : unmanaged
    {
        for (int r = 0; r < rows; r++)
        {
            source.Slice(r * sourceRow, columns).CopyTo(target.Slice(r * columns));
        }
    }

    private static void Products<T, TFinish>(
        ReadOnlySpan<T> left, int leftRow, ReadOnlySpan<T> right, int rightRow, int rows, Span<T> target, in PanelShape shape, TFinish finish)
        where T : unmanaged
        where TFinish : struct, IFinish<float>, IFinish<double>
    {
        if (typeof(T) == typeof(float))
        {
            Panels.SumOuterProducts(
                MemoryMarshal.Cast<T, float>(left), leftRow, MemoryMarshal.Cast<T, float>(right), rightRow, rows, MemoryMarshal.Cast<T, float>(target), shape, finish);
        }
        else
        {
            Panels.SumOuterProducts(
                MemoryMarshal.Cast<T, double>(left), leftRow, MemoryMarshal.Cast<T, double>(right), rightRow, rows, MemoryMarshal.Cast<T, double>(target), shape, finish);
        }
    }

    private static void Rows<T, TFinish>(ReadOnlySpan<T> source, int sourceRow, int rows, Span<T> target, TFinish finish)
        where T : unmanaged
        where TFinish : struct, IFinish<float>, IFinish<double>
    {
        if (typeof(T) == typeof(float))
        {
            Panels.SumRows(MemoryMarshal.Cast<T, float>(source), sourceRow, rows, MemoryMarshal.Cast<T, float>(target), finish);
        }
        else
        {
            Panels.SumRows(MemoryMarshal.Cast<T, double>(source), sourceRow, rows, MemoryMarshal.Cast<T, double>(target), finish);
        }
    }
}
