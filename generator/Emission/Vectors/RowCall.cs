using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Vectors;

/// <summary>How a program calls its method for one sample in vectors, which may serve others, too: what these take is null.</summary>
internal sealed class RowCall(NetworkPlan plan, ProgramPlan program)
{
    private readonly RowProgram _row = program.Row!;

    private string Number => plan.Precision.Keyword();

    /// <summary>The condition under which there is a method for the machine and for what is asked: the error alone is not known to every backward pass.</summary>
    public string Condition =>
        $"{(program.Kind == ProgramKind.Backward && !_row.IsShared ? "!g.IsEmpty && " : "")}Vector{Literals.Int(_row.Forms.Min(form => form.Bits))}.IsHardwareAccelerated";

    /// <summary>What the method takes.</summary>
    public static IReadOnlyList<string> Parameters(NetworkPlan plan, RowProgram row) =>
    [
        .. ProgramEmitter.Arguments(row.Values, row.Kernels),
        .. row.Owner == ProgramKind.Backward && plan.AddsPenalties ? ["decay"] : Enumerable.Empty<string>(),
    ];

    /// <summary>Whether a parameter is a number.</summary>
    public static bool IsNumber(string parameter) => parameter is "scale" or "decay";

    /// <summary>The name of the method.</summary>
    public static string Name(RowProgram row) => $"{row.Owner}Row";

    /// <summary>The call, where arguments are spans of their names.</summary>
    public string CallOfSample() => Call(argument => argument);

    /// <summary>The call over all samples of the caller's, where these are one.</summary>
    public string CallOfOnlySample() => Call(argument => argument switch
    {
        "x" => "inputs",
        "y" => "outputs",
        "t" => "targets",
        "gy" => "outputGradients",
        "gx" when program.Kind == ProgramKind.Backward => "inputGradients",
        _ => argument,
    });

    private string Call(Func<string, string> name) => $"{Name(_row)}({string.Join(", ", Parameters(plan, _row).Select(argument => Argument(argument, name)))})";

    private string Argument(string argument, Func<string, string> name) => argument switch
    {
        _ when IsNumber(argument) => program.Kind == ProgramKind.Backward ? argument : "0",
        _ when IsTaken(argument) => $"ref MemoryMarshal.GetReference({name(argument)})",
        _ => $"ref Unsafe.NullRef<{Number}>()",
    };

    private bool IsTaken(string argument) => argument switch
    {
        "t" => program.Kind == ProgramKind.Backward,
        "gy" => program.Kind == ProgramKind.Backpropagate,
        _ => true,
    };
}
