using System;
using System.Runtime.CompilerServices;
using NetGen.Optimizers;

namespace NetGen.Numerics;

/// <content>Training steps that gather gradients first.</content>
public static partial class Passes
{
    /// <summary>A step of gradient descent: θ ← θ − η·∂E/∂θ.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TPass">What computes the gradients.</typeparam>
    /// <param name="θ">The parameters, which are changed: few enough for their gradients to be on the stack.</param>
    /// <param name="inputs">One sample after another.</param>
    /// <param name="targets">One sample after another, or nothing where there are labels.</param>
    /// <param name="labels">The classes of the samples, or nothing.</param>
    /// <param name="learningRate">η.</param>
    /// <returns>The loss before the step.</returns>
    /// <exception cref="ArgumentException">There are too many parameters.</exception>
    [SkipLocalsInit]
    [MethodImpl(Compiled.InFull)]
    public static T Step<T, TPass>(Span<T> θ, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels, T learningRate)
        where T : unmanaged
        where TPass : struct, IGradientPass<T>
    {
        RequireRoom<T>(θ.Length);
        return Step<T, TPass>(θ, inputs, targets, labels, learningRate, StackMemory.Aligned(stackalloc T[StackMemory.Room<T>(θ.Length)], θ.Length));
    }

    /// <summary>A step of gradient descent, with memory for the gradients.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TPass">What computes the gradients.</typeparam>
    /// <param name="θ">The parameters, which are changed.</param>
    /// <param name="inputs">One sample after another.</param>
    /// <param name="targets">One sample after another, or nothing where there are labels.</param>
    /// <param name="labels">The classes of the samples, or nothing.</param>
    /// <param name="learningRate">η.</param>
    /// <param name="g">As many numbers, of any value.</param>
    /// <returns>The loss before the step.</returns>
    [MethodImpl(Compiled.InFull)]
    public static T Step<T, TPass>(Span<T> θ, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels, T learningRate, Span<T> g)
        where T : unmanaged
        where TPass : struct, IGradientPass<T>
    {
        T loss = default(TPass).Run(θ, inputs, targets, labels, g);
        Matrix.Subtract(θ, g, learningRate);
        return loss;
    }

    /// <summary>A step of an optimizer, unless the loss is not finite.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TPass">What computes the gradients.</typeparam>
    /// <param name="θ">The parameters, which are changed: few enough for their gradients to be on the stack.</param>
    /// <param name="inputs">One sample after another.</param>
    /// <param name="targets">One sample after another, or nothing where there are labels.</param>
    /// <param name="labels">The classes of the samples, or nothing.</param>
    /// <param name="optimizer">What changes the parameters.</param>
    /// <returns>The loss before the step.</returns>
    /// <exception cref="ArgumentException">There are too many parameters.</exception>
    [SkipLocalsInit]
    [MethodImpl(Compiled.InFull)]
    public static T Step<T, TPass>(Span<T> θ, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels, IOptimizer<T> optimizer)
        where T : unmanaged
        where TPass : struct, IGradientPass<T>
    {
        RequireRoom<T>(θ.Length);
        return Step<T, TPass>(θ, inputs, targets, labels, optimizer, StackMemory.Aligned(stackalloc T[StackMemory.Room<T>(θ.Length)], θ.Length));
    }

    /// <summary>A step of an optimizer, unless the loss is not finite, with memory for the gradients.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TPass">What computes the gradients.</typeparam>
    /// <param name="θ">The parameters, which are changed.</param>
    /// <param name="inputs">One sample after another.</param>
    /// <param name="targets">One sample after another, or nothing where there are labels.</param>
    /// <param name="labels">The classes of the samples, or nothing.</param>
    /// <param name="optimizer">What changes the parameters.</param>
    /// <param name="g">As many numbers, of any value.</param>
    /// <returns>The loss before the step.</returns>
    [MethodImpl(Compiled.InFull)]
    public static T Step<T, TPass>(Span<T> θ, ReadOnlySpan<T> inputs, ReadOnlySpan<T> targets, ReadOnlySpan<int> labels, IOptimizer<T> optimizer, Span<T> g)
        where T : unmanaged
        where TPass : struct, IGradientPass<T>
    {
        T loss = default(TPass).Run(θ, inputs, targets, labels, g);
        if (Gradients.Begin(optimizer, Real.ToDouble(loss), θ.Length))
        {
            optimizer.Update(0, θ, g);
        }

        return loss;
    }

    private static void RequireRoom<T>(int length)
        where T : unmanaged
    {
        if (!StackMemory.Holds<T>(length))
        {
            throw new ArgumentException($"Expected at most {StackMemory.Budget / Unsafe.SizeOf<T>()} parameters, got {length}.", "θ");
        }
    }
}
