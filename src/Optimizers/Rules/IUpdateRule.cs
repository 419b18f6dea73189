using NetGen.Optimizers.Arithmetic;

namespace NetGen.Optimizers.Rules;

/// <summary>One step of an optimizer: what becomes of a parameter when its gradient is known, and of the state that belongs to it.</summary>
/// <remarks>
/// A rule knows parameters one by one and nothing of how they are visited. So the same struct serves a loop over all of them and a kernel that has just
/// computed their gradients. It holds the hyper-parameters of the step, and its state as arrays with one number for each parameter.
/// </remarks>
/// <typeparam name="T">The number type.</typeparam>
internal interface IUpdateRule<T>
    where T : unmanaged
{
    /// <summary>Updates the state of as many parameters as a vector holds.</summary>
    /// <typeparam name="TArithmetic">What computes with the vectors.</typeparam>
    /// <typeparam name="TVector">The vector type.</typeparam>
    /// <param name="gradient">Their gradient.</param>
    /// <param name="parameter">Their value.</param>
    /// <param name="index">Where the first of them stands among all parameters; the state of all of them must exist.</param>
    /// <returns>Their new value.</returns>
    TVector Update<TArithmetic, TVector>(TVector gradient, TVector parameter, nint index)
        where TArithmetic : struct, IArithmetic<TVector, T>;
}
