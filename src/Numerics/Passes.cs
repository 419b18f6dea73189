using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Optimizers;

namespace NetGen.Numerics;

/// <summary>Runs passes over many samples, with working memory that nobody clears: of the stack where it is small, otherwise of the thread.</summary>
/// <remarks>Called by generated code, which could have such memory of the stack itself only where the user's project allows unsafe code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Passes
{
    /// <summary>Runs a forward pass.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TPass">The pass.</typeparam>
    /// <param name="length">Numbers of working memory.</param>
    /// <param name="θ">The parameters.</param>
    /// <param name="inputs">One sample after another.</param>
    /// <param name="outputs">One sample after another, overwritten.</param>
    [SkipLocalsInit]
    [MethodImpl(Compiled.InFull)]
    public static void Forward<T, TPass>(int length, ReadOnlySpan<T> θ, ReadOnlySpan<T> inputs, Span<T> outputs)
        where T : unmanaged
        where TPass : struct, IForwardPass<T> =>
        default(TPass).Run(StackMemory.Holds<T>(length) ? StackMemory.Aligned(stackalloc T[StackMemory.Room<T>(length)], length) : ThreadScratch.Get<T>(length), θ, inputs, outputs);

    /// <summary>Runs a backward pass.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TPass">The pass.</typeparam>
    /// <param name="length">Numbers of working memory.</param>
    /// <param name="θ">The parameters.</param>
    /// <param name="inputs">One sample after another.</param>
    /// <param name="targets">One sample after another, or nothing where there are labels.</param>
    /// <param name="labels">The classes of the samples, or nothing.</param>
    /// <param name="g">Where the gradients are added, or the parameters that they change; or nothing, if the errors alone are asked for.</param>
    /// <param name="inputGradients">One sample after another, overwritten; or nothing.</param>
    /// <param name="scale">In front of the sum over the samples.</param>
    /// <param name="decay">What is added of the parameters themselves, for each penalty times its factor.</param>
    /// <param name="optimizer">What changes the parameters, or null.</param>
    /// <returns>The sum of the errors.</returns>
    [SkipLocalsInit]
    [MethodImpl(Compiled.InFull)]
    public static double Backward<T, TPass>(
        int length,
        ReadOnlySpan<T> θ,
        ReadOnlySpan<T> inputs,
        ReadOnlySpan<T> targets,
        ReadOnlySpan<int> labels,
        Span<T> g,
        Span<T> inputGradients,
        T scale,
        T decay,
        IOptimizer<T>? optimizer)
        where T : unmanaged
        where TPass : struct, IBackwardPass<T> =>
        default(TPass).Run(StackMemory.Holds<T>(length) ? StackMemory.Aligned(stackalloc T[StackMemory.Room<T>(length)], length) : ThreadScratch.Get<T>(length), θ, inputs, targets, labels, g, inputGradients, scale, decay, optimizer);

    /// <summary>Runs a backward pass from gradients of the outputs.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TPass">The pass.</typeparam>
    /// <param name="length">Numbers of working memory.</param>
    /// <param name="θ">The parameters.</param>
    /// <param name="inputs">One sample after another.</param>
    /// <param name="outputGradients">One sample after another.</param>
    /// <param name="g">The gradients of the parameters, overwritten.</param>
    /// <param name="inputGradients">One sample after another, overwritten; or nothing.</param>
    [SkipLocalsInit]
    [MethodImpl(Compiled.InFull)]
    public static void Backpropagate<T, TPass>(int length, ReadOnlySpan<T> θ, ReadOnlySpan<T> inputs, ReadOnlySpan<T> outputGradients, Span<T> g, Span<T> inputGradients)
        where T : unmanaged
        where TPass : struct, IBackpropagatePass<T> =>
        default(TPass).Run(StackMemory.Holds<T>(length) ? StackMemory.Aligned(stackalloc T[StackMemory.Room<T>(length)], length) : ThreadScratch.Get<T>(length), θ, inputs, outputGradients, g, inputGradients);
}
