#if NET8_0_OR_GREATER
using System;
using NetGen.Optimizers;

// The job holds references and is on the stack of the thread that waits for all parts: it keeps them alive and the collector informed.
#pragma warning disable CS8500

namespace NetGen.Numerics;

// Several cores: each has its panels, with their parameters and what the optimizer knows of them.
public static unsafe partial class Gradients
{
    private static bool UpdateInParts<T>(
        ReadOnlySpan<T> left, int leftRow, ReadOnlySpan<T> right, int rightRow, int rows, Span<T> parameters, int offset, in PanelShape shape, double decay, IOptimizer<T> optimizer)
        where T : unmanaged
    {
        int parts = WorkerTeam.Parts(shape.Panels, (long)rows * shape.Rows * shape.Columns);
        if (parts > 1)
        {
            UpdateJob<T> job = new()
            {
                Left = left, LeftRow = leftRow, Right = right, RightRow = rightRow, Rows = rows,
                Parameters = parameters, Offset = offset, Shape = shape, Decay = decay, Optimizer = optimizer,
            };
            WorkerTeam.Run(&UpdatePart<T>, &job, parts);
        }

        return parts > 1;
    }

    private static void UpdatePart<T>(void* state, int part, int parts)
        where T : unmanaged
    {
        UpdateJob<T>* job = (UpdateJob<T>*)state;
        (int from, int to) = WorkerTeam.ShareOf(job->Shape.Panels, part, parts);
        Update(
            job->Left, job->LeftRow, job->Right.Slice(from * job->Shape.PanelWidth), job->RightRow, job->Rows, job->Parameters,
            job->Offset + (from * job->Shape.Stride), job->Shape.Part(from, to), job->Decay, job->Optimizer);
    }

    private ref struct UpdateJob<T>
        where T : unmanaged
    {
        public ReadOnlySpan<T> Left;
        public int LeftRow;
        public ReadOnlySpan<T> Right;
        public int RightRow;
        public int Rows;
        public Span<T> Parameters;
        public int Offset;
        public PanelShape Shape;
        public double Decay;
        public IOptimizer<T> Optimizer;
    }
}
#endif
