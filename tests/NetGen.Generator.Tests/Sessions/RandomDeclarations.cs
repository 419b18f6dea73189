using System;
using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Tests.Sessions;

/// <summary>What somebody may write: declarations, right and wrong, and pieces of them.</summary>
internal sealed class RandomDeclarations(Random random)
{
    private static readonly string[] Sizes = ["1", "2", "3", "4", "5", "8", "17", "33", "0", "-1", "1 + 1", "Sizes.Three", "40000", "2147483647", "2147483648", "1L", "'a'", "2.5", "\"4\"", "null", "default", "x"];

    private static readonly string[] Activations =
    [
        .. Enum.GetNames<Activation>().Select(name => $"Activation.{name}"),
        "(Activation)99", "Activation.Reluu", "Activation", "LossFunction.CrossEntropy", "1", "null", "default", "activation: Activation.Tanh",
    ];

    private static readonly string[] Losses = [.. Enum.GetNames<LossFunction>().Select(name => $"LossFunction.{name}"), "(LossFunction)(-1)", "LossFunction.Mse", "", "Activation.Relu"];

    private static readonly string[] Numbers = ["0", "0.1", "1e-4", "-0.5", "1e308 * 10", "double.NaN", "0.1f", "0.1m", "\"0.1\"", "null", "1"];

    /// <summary>As C# writes them: what could end a comment, a string, an element of XML or a line, or be read in another direction.</summary>
    private static readonly string[] Names =
    [
        "\"first\"", "\"first\"", "\"Größe\"", "\"class\"", "\"_\"", "\"*/\"", "\"/*\"", "\"//\"", "\"a\\nb\"", "\"a\\r\"", "\"\\u2028\"", "\"\\u0085x\"", "\"\\\"\"", "\"\\\\\"", "\"\\u202Egnp.exe\"",
        "\"</summary>\"", "\"<c>\"", "\"&\"", "\"{0}\"", "\"{\"", "\"\"", "\" \"", "\"\\0\"", "\"\\uD800\"", "\"😀\"", "\"e\\u0301\"", "\"1st\"", "@\"\"\"\"", "nameof(Sizes)", "null", "3", "$\"a\"", "\"\"\"raw\"\"\"",
    ];

    private static readonly string[] Classes = ["Net", "Other", "net", "Net<T>", "Größe", "@class", "Span", "Forward", "Parameters", "N\\u0065t1", "Net, Base", "Net : Base", "Net : Other", ""];

    private static readonly string[] Modifiers = ["partial", "partial", "partial", "public sealed partial", "internal abstract partial", "", "static partial", "file partial", "unsafe partial", "private partial", "partial partial"];

    private static readonly string[] Members =
    [
        "public int Own;", "public int Forward;", "public void Forward(int x) { }", "public int Loss { get; set; }", "class Parameters { }", "public Net(int x) { }", "int inputs = 0;", "int x", "}", "{",
        "public const int InputSize = 3;", "partial void M();", "static Net() { }", "~Net() { }", "record R(int A);", "[Dense(2)] int field;", "#if X", "#endif", "#nullable disable", "#pragma warning disable NETGEN024",
        "int? Info => null;", "public static implicit operator int(Net net) => 0;", "enum E { A }", "public int this[int i] => i;", "event System.Action Predict;", "/* ", " */", "\"", "// ", "/// <summary>",
    ];

    private static readonly string[] Bits =
    [
        ";", ",", "(", ")", "[", "]", "{", "}", "\"", "'", "/*", "*/", "//", "\n", "=", "<", ">", "@", "$", "#", "\\u0041", "\u202E", "\u200F", "\uFEFF", "\0", "\uD83D", "é", "0", "partial ", "class ", "record ", "NetGen.",
        "global::", "[assembly: ", "file ", "where T : class", "unsafe ", "static ", "new ", "using NetGen = System;\n", "using Dense = System.Int32;\n", "using static NetGen.Activation;\n", "#error\n", "#line hidden\n", "namespace A;\n",
    ];

    /// <summary>A file with some networks.</summary>
    public string File()
    {
        string text = "using NetGen;\n" + string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Network() + "\n"));
        return random.Next(3) switch
        {
            0 => text.Replace("using NetGen;\n", $"using NetGen;\nnamespace {Pick("A", "A.B", "NetGen.C", "net", "@int", "A.System")}\n{{\n") + "}\n",
            1 => $"{text}partial class Outer\n{{\n{Network()}\n}}\n",
            _ => text,
        };
    }

    /// <summary>A class with its attributes, more often right than wrong.</summary>
    public string Network()
    {
        List<string> lines = [$"[Network({Size()}{Maybe(6, $", {Size()}")}{Maybe(6, $", L2 = {Pick(Numbers)}")}{Maybe(6, $", Precision = Precision.{Pick("Single", "Double", "Half")}")}{Maybe(6, $", Unroll = Unroll.{Pick("Auto", "Full", "None")}")})]"];
        for (int layers = random.Next(1, 4); layers > 0; layers--)
        {
            lines.Add(Layer());
        }

        if (random.Next(4) > 0)
        {
            lines.Add($"[Loss({MostlyFirst(Losses, Enum.GetValues<LossFunction>().Length)})]");
        }

        lines.Add(Maybe(8, $"[Budget({Pick("ParameterBytes", "ScratchBytes", "Macs")} = {Size()})]"));
        lines.Add($"{MostlyFirst(Modifiers, 4)} class {MostlyFirst(Classes, 3)} {{ {Maybe(4, Pick(Members))} }}");
        return string.Join("\n", lines.Where(line => line.Length > 0)) + "\n";
    }

    /// <summary>One layer.</summary>
    public string Layer()
    {
        string options = Maybe(3, $", {Option()}") + Maybe(6, $", {Option()}");
        return $"[Dense({Size()}{Maybe(1.5, $", {MostlyFirst(Activations, Enum.GetValues<Activation>().Length)}")}{options})]";
    }

    /// <summary>Something to write anywhere: a layer, an option, a member, a value, a sign.</summary>
    public string Piece() => random.Next(7) switch
    {
        0 => Layer() + "\n",
        1 => $", {Option()}",
        2 => Pick(Members) + "\n",
        3 => Value(),
        4 => $"[Loss({Pick(Losses)})]\n",
        5 => Pick("public partial class Base { public int Info; public virtual void Forward() { } }\n", "static class Sizes { public const int Three = 3; }\n", "[Network(3)] ", $"partial class {Pick(Classes)} {{ {Pick(Members)} }}\n"),
        _ => Pick(Bits),
    };

    /// <summary>What may stand in the place of an argument.</summary>
    public string Value() => random.Next(5) switch
    {
        0 => Pick(Sizes),
        1 => Pick(Activations),
        2 => Pick(Names),
        3 => Pick(Losses),
        _ => Pick(Numbers),
    };

    private string Option() => random.Next(8) switch
    {
        0 => $"Alpha = {Pick(Numbers)}",
        1 => $"L2 = {Pick(Numbers)}",
        2 => $"Bias = Bias.{Pick("PerUnit", "Shared", "None", "Own")}",
        3 => $"Initializer = Initializer.{Pick("Auto", "HeNormal", "Zero", "Xavier")}",
        4 => $"ReluGradientAtZero = {Pick(Sizes)}",
        _ => $"Name = {Pick(Names)}",
    };

    private string Size() => random.Next(12) > 0 ? $"{random.Next(1, 20)}" : Pick(Sizes);

    /// <summary>The text once in so many times.</summary>
    private string Maybe(double oneIn, string text) => random.NextDouble() * oneIn < 1 ? text : "";

    private string MostlyFirst(string[] from, int first) => random.Next(6) > 0 ? from[random.Next(first)] : Pick(from);

    private string Pick(params string[] from) => from[random.Next(from.Length)];
}
