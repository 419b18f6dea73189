using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Samples;
using NetGen.Generator.Emission.Vectors;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>
/// The heads of the methods over N samples. Where one sample alone or many of a tiny network have a form of their own, the method with the name only chooses:
/// it has no working memory, and costs a call of one sample next to nothing. Blocks get theirs from the library.
/// </summary>
internal sealed class BatchChoice(SourceWriter writer, NetworkPlan plan)
{
    /// <summary>A method that knows how many samples there are.</summary>
    public IDisposable Method(string type, string name, IReadOnlyList<string> parameters)
    {
        writer.Line();
        return Counting("internal static", type, name, parameters);
    }

    /// <summary>A method that chooses, and the loop that it chooses if nothing else suits; what is written next is the body of the loop.</summary>
    /// <param name="type">What it gives back.</param>
    /// <param name="name">Its name.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="kind">The program.</param>
    /// <param name="one">Writes the statements for one sample; the last one returns, if anything is given back. Null where there is no such form.</param>
    /// <param name="condition">What samples in the lanes need beside their number.</param>
    /// <param name="blank">Whether an empty line comes first.</param>
    public IDisposable Method(
        string type, string name, IReadOnlyList<string> parameters, ProgramKind kind, Action? one = null, string condition = "", bool blank = true)
    {
        if (blank)
        {
            writer.Line();
        }

        ProgramPlan program = plan.Program(kind);
        bool hasMemory = plan.IsBlocked && plan.WorkingLength(kind) > 0;
        if ((one is null || program.Row is null) && program.Samples is null && !hasMemory)
        {
            return Counting("internal static", type, name, parameters);
        }

        bool isVoid = type == "void";
        string many = $"{name}Many";
        int few = plan.FewSamples(kind);
        PassText pass = new(plan, kind);
        using (writer.Method($"internal static {type} {name}", [.. parameters]))
        {
            if (one is not null && program.Row is not null)
            {
                Chosen($"{(kind == ProgramKind.Backward ? HasNoOptimizer : "")}inputs.Length == {Literals.Int(plan.InputSize)} && {new RowCall(plan, program).Condition}", one, isVoid);
            }

            bool isAlways = few == int.MaxValue;
            if ((few > 1 && !isAlways) || program.Samples is not null)
            {
                writer.Line(Count);
            }

            if (program.Samples is { } samples)
            {
                string enough = $"n >= {SampleEmitter.Least(plan, kind, samples)} && {condition}{SampleEmitter.Condition(samples)}";
                Chosen(enough, () => writer.Line(Returned(SampleEmitter.Call(plan, program, samples))), isVoid);
            }

            if (few > 1)
            {
                string suits = $"{(isAlways ? "" : $"n <= {Literals.Int(few)} && ")}{(kind == ProgramKind.Backward ? AddsOnly : "")}{new RowCall(plan, program).Condition}";
                Chosen(suits, () => writer.Line(Returned(Call($"{name}OneByOne"))), isVoid);
            }

            writer.Line(Returned(hasMemory ? pass.Call(many, plan.WorkingLength(kind)) : Call(many)));
        }

        if (few > 1)
        {
            OneByOne(type, name, parameters);
        }

        writer.Line();
        if (!hasMemory)
        {
            return Counting("private static", type, many, parameters);
        }

        IDisposable block = writer.Block($"private readonly struct {many} : {pass.Interface}");
        return new Nested(Counting("public", type, "Run", pass.Parameters), block);

        string Returned(string call) => $"{(isVoid ? "" : "return ")}{call};";

        string Call(string method) => $"{method}({string.Join(", ", parameters.Select(NameOf))})";
    }

    /// <summary>The condition, and what joins another, that gradients are added and nothing else is to be done with them.</summary>
    public string AddsOnly => (plan.AddsPenalties ? "decay == 0 && " : "") + HasNoOptimizer;

    /// <summary>The same of optimizers alone: only a block of samples knows how.</summary>
    private string HasNoOptimizer => plan.IsBlocked ? "optimizer is null && " : "";

    private string Count => $"int n = inputs.Length / {Literals.Int(plan.InputSize)};";

    private IDisposable Counting(string access, string type, string name, IReadOnlyList<string> parameters)
    {
        IDisposable method = writer.Method($"{access} {type} {name}", [.. parameters]);
        writer.Line(Count);
        return method;
    }

    private void Chosen(string condition, Action statements, bool isVoid)
    {
        using (writer.Block($"if ({condition})"))
        {
            statements();
            if (isVoid)
            {
                writer.Line("return;");
            }
        }

        writer.Line();
    }

    /// <summary>Calls a method for each sample alone. It stands apart: with a loop in it, the method that chooses would cost a single sample more.</summary>
    private void OneByOne(string type, string name, IReadOnlyList<string> parameters)
    {
        writer.Line();
        writer.Line(ProgramEmitter.Optimized);
        using (Counting("private static", type, $"{name}OneByOne", parameters))
        {
            string call = $"{name}({string.Join(", ", parameters.Select(parameter => OfSample(NameOf(parameter))))});";
            bool isVoid = type == "void";
            if (!isVoid)
            {
                writer.Line($"{type} sum = 0;");
            }

            using (writer.Block("for (int r = 0; r < n; r++)"))
            {
                writer.Line(isVoid ? call : $"sum += {call}");
            }

            if (!isVoid)
            {
                writer.Line();
                writer.Line("return sum;");
            }
        }
    }

    private static string NameOf(string parameter) => parameter.Split(' ').Last();

    /// <summary>What an argument is for sample r; what may be missing is for all.</summary>
    private string OfSample(string argument) => argument switch
    {
        "inputs" => BatchText.OfSample(argument, plan.InputSize),
        "outputs" => BatchText.OfSample(argument, plan.OutputSize),
        "targets" when !plan.TakesLabels => BatchText.OfSample(argument, plan.OutputSize),
        "targets" => $"labels.IsEmpty ? {BatchText.OfSample(argument, plan.OutputSize)} : default",
        "labels" => $"labels.IsEmpty ? default : {BatchText.OfSample(argument, 1)}",
        "inputGradients" => $"inputGradients.IsEmpty ? default : {BatchText.OfSample(argument, plan.InputSize)}",
        _ => argument,
    };

    /// <summary>A method within a struct.</summary>
    private sealed class Nested(IDisposable method, IDisposable block) : IDisposable
    {
        public void Dispose()
        {
            method.Dispose();
            block.Dispose();
        }
    }
}
