using System;

namespace NetGen.Optimizers;

/// <summary>Changes parameters by their gradients, step by step.</summary>
/// <remarks>
/// An optimizer works number by number and knows nothing of networks: <c>optimizer.Step(network.Parameters, gradients)</c>. What it remembers from step to step is
/// its state: arrays with one number for each parameter, laid out as the parameters are, and the count of the steps. One optimizer serves one set of parameters.
/// </remarks>
/// <typeparam name="T">The number type.</typeparam>
public interface IOptimizer<T>
    where T : unmanaged
{
    /// <summary>η, for the steps to come: a finite number, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another number is set.</exception>
    double LearningRate { get; set; }

    /// <summary>How many steps were made. To be set where state is restored.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative number is set.</exception>
    long StepCount { get; set; }

    /// <summary>How many arrays of state there are; 0 where nothing is remembered.</summary>
    int StateCount { get; }

    /// <summary>The name of a state, as PyTorch has it: <c>momentum_buffer</c>, for example.</summary>
    /// <param name="index">0 … <see cref="StateCount"/> − 1.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state.</exception>
    string StateName(int index);

    /// <summary>A state, where it lives: to be saved, or to be restored after <see cref="Reset"/>.</summary>
    /// <param name="index">0 … <see cref="StateCount"/> − 1.</param>
    /// <returns>One number for each parameter; empty before the first step and the first <see cref="Reset"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such state.</exception>
    Span<T> State(int index);

    /// <summary>Starts anew: forgets all steps and prepares the state for a number of parameters. The first step does so by itself where this was not called.</summary>
    /// <param name="length">How many parameters, a network's <c>StorageLength</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    void Reset(int length);

    /// <summary>Begins a step: counts it, and makes ready for the calls of <see cref="Update"/> that follow. The first one calls <see cref="Reset"/> where nobody has.</summary>
    /// <param name="length">How many parameters there are.</param>
    /// <exception cref="ArgumentException">The state belongs to another number of parameters.</exception>
    void BeginStep(int length);

    /// <summary>Changes some of the parameters. After <see cref="BeginStep"/> every parameter gets its turn once, in any order, and parts that do not overlap on several threads at once.</summary>
    /// <remarks>So a network's <c>TrainStep</c> hands over each gradient as soon as it is known, while it is in the cache.</remarks>
    /// <param name="offset">Where the part begins among all parameters.</param>
    /// <param name="parameters">θ of the part, overwritten.</param>
    /// <param name="gradients">∂E/∂θ of the part.</param>
    /// <exception cref="ArgumentException">The lengths differ, the spans overlap, or the part reaches beyond the parameters.</exception>
    void Update(int offset, Span<T> parameters, ReadOnlySpan<T> gradients);

    /// <summary>Makes one step: <see cref="BeginStep"/>, and <see cref="Update"/> of all parameters. Nothing is allocated from the second step on.</summary>
    /// <param name="parameters">θ, overwritten.</param>
    /// <param name="gradients">∂E/∂θ, laid out as <paramref name="parameters"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ, the spans overlap, or the state belongs to another number of parameters.</exception>
    void Step(Span<T> parameters, ReadOnlySpan<T> gradients);
}
