using System;
using System.ComponentModel;
#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
#endif
using System.Runtime.InteropServices;
using NetGen.Optimizers;

namespace NetGen.Numerics;

/// <summary>What becomes of the gradients of a block of samples: they are added to what stands there, or an optimizer takes them while they are in the cache.</summary>
/// <remarks>Called by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Gradients
{
    /// <summary>Gradients that wait for an optimizer: few enough to stay in the second-level cache, beside what they are made of.</summary>
    private const int Waiting = 1 << 15;

    /// <summary>Of small matrices and of biases: few enough for the stack.</summary>
    private const int WaitingOnStack = 1 << 11;

    /// <summary>Rows of a matrix that are worth a call: what the widest tiles take at once.</summary>
    private const int Height = 8;

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
        else if (factor == 0)
        {
            Products(left, leftRow, right, rightRow, rows, target.Slice(offset, shape.Length), shape, default(Add));
        }
        else
        {
            Products(left, leftRow, right, rightRow, rows, target.Slice(offset, shape.Length), shape, new AddDecayed(factor));
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

    /// <summary>Some rows of the matrix after the other, so that no gradient is far when its parameter is changed.</summary>
#if NET8_0_OR_GREATER
    [SkipLocalsInit]
#endif
    private static void Update<T>(
        ReadOnlySpan<T> left, int leftRow, ReadOnlySpan<T> right, int rightRow, int rows, Span<T> parameters, int offset, in PanelShape shape, double decay, IOptimizer<T> optimizer)
        where T : unmanaged
    {
        int elementBytes = PanelShape.PanelBytes / shape.PanelWidth;
        int waiting = shape.Length <= 4 * WaitingOnStack ? WaitingOnStack : Waiting;
        int height = Math.Min(shape.Rows, Math.Max(1, waiting / (shape.PaddedColumns * Height)) * Height);
        int most = new PanelShape(height, shape.Columns, elementBytes).Length;
        Span<T> gradients = most <= WaitingOnStack ? stackalloc T[most] : ThreadScratch.GetGradients<T>(most);
        for (int row = 0; row < shape.Rows; row += height)
        {
            PanelShape part = new(Math.Min(height, shape.Rows - row), shape.Columns, elementBytes);
            Products(left.Slice(row), leftRow, right, rightRow, rows, gradients, part, default(Store));
            for (int panel = 0; panel < shape.Panels; panel++)
            {
                int at = offset + shape.Offset(row, panel * shape.PanelWidth);
                int length = part.Rows * part.Width(panel);
                Span<T> weights = parameters.Slice(at, length);
                Span<T> sums = gradients.Slice(panel * part.Stride, length);
                if (decay != 0)
                {
                    AddMultiple(sums, weights, decay);
                }

                optimizer.Update(at, weights, sums);
            }
        }
    }

    private static void AddMultiple<T>(Span<T> target, ReadOnlySpan<T> source, double factor)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Matrix.Subtract(MemoryMarshal.Cast<T, float>(target), MemoryMarshal.Cast<T, float>(source), (float)-factor);
        }
        else
        {
            Matrix.Subtract(MemoryMarshal.Cast<T, double>(target), MemoryMarshal.Cast<T, double>(source), -factor);
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
