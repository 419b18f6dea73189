#if NET8_0_OR_GREATER
using System;

// The jobs hold references and are on the stack of the thread that waits for all parts: it keeps them alive and the collector informed.
#pragma warning disable CS8500

namespace NetGen.Numerics.Kernels;

/// <summary>Products that several cores share: each has some panels of columns, so that its weights stay in its cache; sums are the same as on one core.</summary>
internal static unsafe class Divided<TKernels, T>
    where TKernels : struct, IPanelKernels<T>
    where T : unmanaged
{
    /// <summary>Rows that a product by transposition needs to be worth it; below, it would be another way of adding up.</summary>
    private const int TransposedRows = 32;

    /// <returns>False where one core is to do it.</returns>
    public static bool Multiply<TFinish>(in Product<T> x, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        int parts = WorkerTeam.Parts(x.Shape.Panels, Macs(x.Rows, x.Shape));
        if (parts > 1)
        {
            ProductJob<TFinish> job = new() { X = x, Finish = finish };
            WorkerTeam.Run(&MultiplyPart<TFinish>, &job, parts);
        }

        return parts > 1;
    }

    /// <summary>Here every core has some rows: each sum runs across all panels.</summary>
    /// <returns>False where one core is to do it.</returns>
    public static bool MultiplyTransposed<TFinish>(in Product<T> x, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        int parts = WorkerTeam.Parts(x.Rows / TransposedRows, Macs(x.Rows, x.Shape));
        if (parts > 1)
        {
            ProductJob<TFinish> job = new() { X = x, Finish = finish };
            WorkerTeam.Run(&MultiplyTransposedPart<TFinish>, &job, parts);
        }

        return parts > 1;
    }

    /// <returns>False where one core is to do it.</returns>
    public static bool SumOuterProducts<TFinish>(
        ReadOnlySpan<T> left, int leftRow, ReadOnlySpan<T> right, int rightRow, int rows, Span<T> target, in PanelShape shape, TFinish finish)
        where TFinish : struct, IFinish<T>
    {
        int parts = WorkerTeam.Parts(shape.Panels, Macs(rows, shape));
        if (parts > 1)
        {
            OuterJob<TFinish> job = new()
            {
                Left = left, LeftRow = leftRow, Right = right, RightRow = rightRow, Rows = rows, Target = target, Shape = shape, Finish = finish,
            };
            WorkerTeam.Run(&SumOuterProductsPart<TFinish>, &job, parts);
        }

        return parts > 1;
    }

    private static long Macs(int rows, in PanelShape shape) => (long)rows * shape.Rows * shape.Columns;

    private static void MultiplyPart<TFinish>(void* state, int part, int parts)
        where TFinish : struct, IFinish<T>
    {
        ProductJob<TFinish>* job = (ProductJob<TFinish>*)state;
        Product<T> x = job->X;
        (int from, int to) = WorkerTeam.ShareOf(x.Shape.Panels, part, parts);
        int column = from * x.Shape.PanelWidth;
        Product<T> some = new(
            x.A, x.ARow, x.P.Slice(from * x.Shape.Stride), x.Shape.Part(from, to), x.Bias.Length > 1 ? x.Bias.Slice(column) : x.Bias,
            x.Target.Slice(column), x.TargetRow, x.Rows);
        TKernels.Multiply(some, job->Finish);
    }

    private static void MultiplyTransposedPart<TFinish>(void* state, int part, int parts)
        where TFinish : struct, IFinish<T>
    {
        ProductJob<TFinish>* job = (ProductJob<TFinish>*)state;
        Product<T> x = job->X;

        // Whole tiles of rows but for the last part.
        (int from, int to) = WorkerTeam.ShareOf(x.Rows / 8, part, parts);
        int row = from * 8;
        int end = part == parts - 1 ? x.Rows : to * 8;
        Product<T> some = new(x.A.Slice(row * x.ARow), x.ARow, x.P, x.Shape, x.Bias, x.Target.Slice(row * x.TargetRow), x.TargetRow, end - row);
        TKernels.MultiplyTransposed(some, job->Finish);
    }

    private static void SumOuterProductsPart<TFinish>(void* state, int part, int parts)
        where TFinish : struct, IFinish<T>
    {
        OuterJob<TFinish>* job = (OuterJob<TFinish>*)state;
        (int from, int to) = WorkerTeam.ShareOf(job->Shape.Panels, part, parts);
        TKernels.SumOuterProducts(
            job->Left, job->LeftRow, job->Right.Slice(from * job->Shape.PanelWidth), job->RightRow, job->Rows,
            job->Target.Slice(from * job->Shape.Stride), job->Shape.Part(from, to), job->Finish);
    }

    private ref struct ProductJob<TFinish>
    {
        public Product<T> X;
        public TFinish Finish;
    }

    private ref struct OuterJob<TFinish>
    {
        public ReadOnlySpan<T> Left;
        public int LeftRow;
        public ReadOnlySpan<T> Right;
        public int RightRow;
        public int Rows;
        public Span<T> Target;
        public PanelShape Shape;
        public TFinish Finish;
    }
}
#endif
