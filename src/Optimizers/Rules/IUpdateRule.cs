using NetGen.Optimizers.Arithmetic;

namespace NetGen.Optimizers.Rules;

/// <summary>One step of an optimizer: what becomes of parameters when their gradients are known, and of the state that belongs to them.</summary>
/// <remarks>
/// A rule holds the hyper-parameters of the step, and its state as arrays with one number for each parameter. It has its loop in itself, so that its numbers
/// are spread over vectors once, before the loop.
/// </remarks>
/// <typeparam name="T">The number type.</typeparam>
internal interface IUpdateRule<T>
    where T : unmanaged
{
    /// <summary>Updates neighboring parameters from an index on, as many as fill whole vectors.</summary>
    /// <typeparam name="TArithmetic">What computes with the vectors.</typeparam>
    /// <typeparam name="TVector">The vector type.</typeparam>
    /// <param name="offset">Where the first of the parameters stands among all; the state of all of them must exist.</param>
    /// <param name="parameters">The first of the parameters.</param>
    /// <param name="gradients">Its gradient.</param>
    /// <param name="index">The index of the first that is to be updated.</param>
    /// <param name="length">How many parameters there are.</param>
    /// <returns>The index of the first one that is left.</returns>
    nint Run<TArithmetic, TVector>(nint offset, ref T parameters, ref T gradients, nint index, nint length)
        where TArithmetic : struct, IArithmetic<TVector, T>;
}
