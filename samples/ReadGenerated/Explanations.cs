using System.IO;

namespace ReadGenerated;

/// <summary>What the equations mean, for somebody who meets them for the first time.</summary>
internal static class Explanations
{
    /// <exception cref="InvalidDataException">The equation is none that this program knows.</exception>
    public static string Of(Equation equation) => equation.Result switch
    {
        "z¹" => "What each hidden unit sums up: every input times its weight, and the bias. θ holds all weights and biases, one after another.",
        "a¹" => "What the unit makes of that sum: its activation, tanh.",
        "z²" => "The output unit does the same with what the hidden units gave.",
        "y" => "The output: a probability, by the sigmoid.",
        "e" => "The error of this sample: minus the logarithm of the probability that the network gave to what was right. From z² and not from y, so that it does not overflow.",
        "δ²" => "How fast the error grows with z². Of the slopes of loss and sigmoid only the difference to the target t remains. 1/N, because what is minimized is the mean of N samples.",
        "δ¹" => "The same for z¹: carried back through the weights by which z¹ went forward, times the slope of tanh, 1 − a².",
        "∂x" => "How fast the error grows with the inputs. Only for those who ask for it.",
        "∂W¹" or "∂W²" => "How fast the error grows with each weight: what came in, times the δ of where it went. += because samples are summed up.",
        "∂b¹" or "∂b²" => "A bias is a weight whose input is always 1.",
        _ => throw new InvalidDataException($"line {equation.Line}: nobody has explained '{equation.Text}'."),
    };
}
