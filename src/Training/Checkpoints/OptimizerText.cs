using System;
using System.Linq;
using NetGen.Optimizers;

namespace NetGen.Training;

/// <summary>An optimizer as a text: what it is and what it was given, but for the learning rate, which training changes.</summary>
internal static class OptimizerText
{
    /// <returns>Such as <c>Sgd(momentum: 0.9, dampening: 0, weightDecay: 0, nesterov: False)</c>; of an optimizer of the user's own, the names of its state.</returns>
    public static string Of<T>(IOptimizer<T> optimizer)
        where T : unmanaged => optimizer switch
        {
            Sgd<T> sgd => Text($"Sgd(momentum: {sgd.Momentum:R}, dampening: {sgd.Dampening:R}, weightDecay: {sgd.WeightDecay:R}, nesterov: {sgd.Nesterov})"),
            Adam<T> adam => Text(
                $"{(adam is AdamW<T> ? "AdamW" : "Adam")}(beta1: {adam.Beta1:R}, beta2: {adam.Beta2:R}, eps: {adam.Eps:R}, weightDecay: {adam.WeightDecay:R}, amsgrad: {adam.Amsgrad})"),
            RmsProp<T> rms => Text(
                $"RmsProp(alpha: {rms.Alpha:R}, eps: {rms.Eps:R}, weightDecay: {rms.WeightDecay:R}, momentum: {rms.Momentum:R}, centered: {rms.Centered})"),
            AdaGrad<T> ada => Text(
                $"AdaGrad(learningRateDecay: {ada.LearningRateDecay:R}, weightDecay: {ada.WeightDecay:R}, initialAccumulatorValue: {ada.InitialAccumulatorValue:R}, eps: {ada.Eps:R})"),
            _ => $"{optimizer.GetType().Name}({string.Join(", ", Enumerable.Range(0, optimizer.StateCount).Select(optimizer.StateName))})",
        };

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
