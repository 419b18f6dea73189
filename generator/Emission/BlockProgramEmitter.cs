using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Kernels;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission;

/// <summary>A program over a block of samples: kernel after kernel over all rows, and between them methods that run row by row.</summary>
internal sealed class BlockProgramEmitter(SourceWriter writer, NetworkPlan plan, ProgramPlan program, Helpers helpers)
{
    private static readonly string[] Inputs = ["x", "t", "gy"];

    private readonly Dictionary<string, ValuePlan> _values = program.Values.ToDictionary(value => value.Name);

    /// <summary>The arguments of a program, in the order in which its method takes them.</summary>
    public static IReadOnlyList<string> Arguments(ProgramPlan program)
    {
        IReadOnlyList<string> arguments = ProgramEmitter.Arguments(program);
        return [.. arguments, "rows"];
    }

    public void Emit()
    {
        bool isDivided = program.Methods.Where(method => method.IsBlock).Sum(method => method.Pieces.Count) > plan.Profile.BlockKernels;
        writer.Line();
        writer.Line($"// ── {program.Kind}, a block of samples {new string('─', 63 - program.Kind.ToString().Length)}");
        writer.Line(Legend.Of(plan));
        writer.Line();
        writer.Line(ProgramEmitter.Optimized);
        using (writer.Method($"internal static {(HasError ? "double" : "void")} {program.Kind}Block", [.. Arguments(program).Select(Parameter)]))
        {
            if (isDivided)
            {
                Calls();
            }
            else
            {
                Views(Enumerable.Range(0, program.Methods.Count));
                Stages(Enumerable.Range(0, program.Methods.Count));
            }

            if (HasError)
            {
                writer.Line("double error = 0;");
                using (writer.Block("for (int r = 0; r < rows; r++)"))
                {
                    writer.Line($"error += {ProgramPlan.ErrorName}[r];");
                }

                writer.Line();
                writer.Line("return error;");
            }
        }

        for (int method = 0; method < program.Methods.Count; method++)
        {
            if (isDivided)
            {
                Part(method);
            }

            if (!program.Methods[method].IsBlock)
            {
                RowMethod(method);
            }
        }
    }

    private string Number => plan.Precision.Keyword();

    private bool HasError => _values.ContainsKey(ProgramPlan.ErrorName);

    /// <summary>Of very many kernels, every few in a method of their own.</summary>
    private void Calls()
    {
        string arguments = string.Join(", ", Arguments(program));
        for (int method = 0; method < program.Methods.Count; method++)
        {
            writer.Line($"{PartName(method)}({arguments});");
        }

        if (HasError)
        {
            View(_values[ProgramPlan.ErrorName]);
        }
    }

    private void Part(int method)
    {
        writer.Line();
        writer.Line(ProgramEmitter.Optimized);
        using (writer.Method($"private static void {PartName(method)}", [.. Arguments(program).Select(Parameter)]))
        {
            Views([method]);
            Stages([method]);
        }
    }

    private string PartName(int method) => $"{program.Kind}Part{Literals.Int(method + 1)}";

    private void Views(IEnumerable<int> methods)
    {
        HashSet<string> used = [.. methods.SelectMany(Names)];
        foreach (ValuePlan value in program.Values.Where(value => value.Residence == Residence.Scratch && used.Contains(value.Name)))
        {
            View(value);
        }

        writer.Line();
    }

    private void View(ValuePlan value) =>
        writer.Line($"global::System.Span<{Number}> {value.Name} = scratch.Slice({Literals.Int(value.Offset)}, rows * {Literals.Int(value.Length)});");

    private IEnumerable<string> Names(int method) =>
        program.Methods[method].Pieces.SelectMany(piece => piece.Kernel.Values).Distinct();

    private void Stages(IEnumerable<int> methods)
    {
        foreach (int method in methods)
        {
            Stage(method);
        }
    }

    private void Stage(int method)
    {
        if (!program.Methods[method].IsBlock)
        {
            using (writer.Block("for (int r = 0; r < rows; r++)"))
            {
                writer.Line($"{RowMethodName(method)}({string.Join(", ", RowArguments(method).Select(RowOf))});");
            }

            writer.Line();
            return;
        }

        KernelContext context = new(writer, plan, new ValueAccess(program), helpers);
        foreach (KernelPiece piece in program.Methods[method].Pieces)
        {
            BlockKernelEmitter.Emit(context, piece.Kernel);
            writer.Line();
        }
    }

    private void RowMethod(int method)
    {
        writer.Line();
        writer.Line(ProgramEmitter.Optimized);
        using (writer.Method($"private static void {RowMethodName(method)}", [.. RowArguments(method).Select(Parameter)]))
        {
            KernelContext context = new(writer, plan, new ValueAccess(program), helpers);
            bool isFirst = true;
            foreach (KernelPiece piece in program.Methods[method].Pieces)
            {
                if (!isFirst)
                {
                    writer.Line();
                }

                isFirst = false;
                KernelEmitter.Emit(context, piece);
            }
        }
    }

    private string RowMethodName(int method) =>
        $"{program.Kind}Row{Literals.Int(program.Methods.Take(method + 1).Count(plan => !plan.IsBlock))}";

    /// <summary>What a row method works on: a row of every value, the parameters, and the gradients.</summary>
    private IReadOnlyList<string> RowArguments(int method)
    {
        ValuePlan[] used = [.. Names(method).Select(name => _values[name])];
        List<string> arguments = [.. used.Where(value => value.Residence is Residence.Argument or Residence.Scratch or Residence.Scalar).Select(value => value.Name)];
        if (used.Any(value => value.Residence == Residence.Parameter))
        {
            arguments.Add("θ");
        }

        if (used.Any(value => value.Residence == Residence.Gradient))
        {
            arguments.Add("g");
        }

        return arguments;
    }

    private string RowOf(string argument)
    {
        if (!_values.TryGetValue(argument, out ValuePlan? value) || value.Residence == Residence.Scalar)
        {
            return argument;
        }

        string row = value.Length == 1 ? $"{argument}.Slice(r, 1)" : $"{argument}.Slice(r * {Literals.Int(value.Length)}, {Literals.Int(value.Length)})";
        return argument == "gx" ? $"gx.IsEmpty ? gx : {row}" : row;
    }

    private string Parameter(string argument) => argument switch
    {
        "rows" => "int rows",
        "scale" => $"{Number} scale",
        "θ" => $"global::System.ReadOnlySpan<{Number}> θ",
        _ when Inputs.Contains(argument) => $"global::System.ReadOnlySpan<{Number}> {argument}",
        _ => $"global::System.Span<{Number}> {argument}",
    };
}
