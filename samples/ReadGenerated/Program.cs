using System;
using System.IO;
using System.Linq;
using ReadGenerated;
using Spectre.Console;

// Colours are for terminals.
AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;

try
{
    var file = new GeneratedFile(typeof(XorNet));
    Heading("The file");
    Console.WriteLine(file.Path);
    Console.WriteLine($"{file.Length} lines. In an editor, go to the definition of XorNet.TrainStep to see them.");
    Console.WriteLine();
    Console.WriteLine($"line {file.LineOf("partial class XorNet"),4}   what you call: TrainStep, Forward and the others check their arguments, and call the methods below");
    Console.WriteLine($"line {file.LineOf("static class ReadGenerated_XorNetKernels"),4}   the equations, once for each way to run them: sample by sample, a sample in vectors, many samples side by side");

    Heading("BackwardOne, equation by equation: one sample, forward and back");
    foreach (Equation equation in file.EquationsOf("BackwardOne"))
    {
        AnsiConsole.MarkupLine($"[bold]{Markup.Escape(equation.Text)}[/]   [grey]{Markup.Escape(equation.Shape)}, line {equation.Line}[/]");
        Console.WriteLine(Explanations.Of(equation));
        foreach (string line in equation.Code)
        {
            AnsiConsole.MarkupLine($"    [green]{Markup.Escape(line)}[/]");
        }

        Console.WriteLine();
    }

    Heading("Are they right?");
    double[] inputs = [0, 0,   0, 1,   1, 0,   1, 1];
    double[] targets = [0, 1, 1, 0];
    var network = new XorNet();
    double[] computed = Gradients.ByEquations(network, inputs, targets);
    double[] tried = Gradients.ByTrying(network, inputs, targets);
    Console.WriteLine($"The gradient of the loss by each of the {computed.Length} parameters, by these equations and by moving the parameter a little:");
    foreach ((double equation, double trial) in computed.Zip(tried))
    {
        Console.WriteLine($"    {equation,12:0.00000000}   {trial,12:0.00000000}");
    }

    double furthest = computed.Zip(tried, (equation, trial) => Math.Abs(equation - trial)).Max();
    Console.WriteLine(furthest < 1e-8 ? "They agree." : $"They differ by {furthest}.");
    return furthest < 1e-8 ? 0 : 1;
}
catch (Exception error) when (error is IOException or InvalidDataException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

static void Heading(string text)
{
    Console.WriteLine();
    AnsiConsole.MarkupLine($"[bold]{text}[/]");
    Console.WriteLine();
}
