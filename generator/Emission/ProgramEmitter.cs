using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Kernels;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission;

/// <summary>A program over one sample: one method, or, where it would grow too large, a method that calls its parts, those that another program has, too, among them.</summary>
internal sealed class ProgramEmitter(SourceWriter writer, NetworkPlan plan, ProgramPlan program, ProgramParts parts, Helpers helpers)
{
    /// <summary>
    /// A method with loops: it is compiled once, in full, and not by way of Tier-0. And by itself: what the JIT inlines into a caller, with all callers up to the
    /// loop over the blocks, leaves no room for the vector functions within, which would be called.
    /// </summary>
    public const string Optimized = "[MethodImpl(520)] // AggressiveOptimization, NoInlining";

    private const string ScratchName = "scratch";

    private readonly ValueAccess _values = new(program.Values);

    /// <summary>The arguments of a program, or of a part of it, in the order in which methods take them.</summary>
    public static IReadOnlyList<string> Arguments(ProgramPlan program, IEnumerable<KernelPiece> pieces) =>
        Arguments(program.Values, pieces.Select(piece => piece.Kernel));

    public static IReadOnlyList<string> Arguments(IEnumerable<ValuePlan> values, IEnumerable<Kernel> kernels)
    {
        Dictionary<string, ValuePlan> byName = values.ToDictionary(value => value.Name);
        ValuePlan[] used = kernels.SelectMany(kernel => kernel.Values).Distinct().Select(name => byName[name]).ToArray();
        return new[] { "x", "t", "gy", "θ", "y", "g", "gx", "scale", ScratchName }.Where(IsUsed).ToArray();

        bool IsUsed(string argument) => argument switch
        {
            "θ" => used.Any(value => value.Residence == Residence.Parameter),
            "g" => used.Any(value => value.Residence == Residence.Gradient),
            ScratchName => used.Any(value => value.Residence == Residence.Scratch),
            _ => used.Any(value => value.Name == argument && value.Residence is Residence.Argument or Residence.Scalar),
        };
    }

    public static IReadOnlyList<string> Arguments(ProgramPlan program) => Arguments(program.Values, program.Kernels);

    public void Emit()
    {
        string name = program.Kind + "One";
        writer.Line();
        writer.Line($"// ── {program.Kind}, one sample {new string('─', 70 - program.Kind.ToString().Length)}");
        writer.Line(Legend.Of(plan));
        if (program.Methods.Count == 1)
        {
            Method(name, ResultType, program.Methods[0].Pieces, returnsError: true);
            return;
        }

        (string Name, bool IsNew)[] names = [.. program.Methods.Select((method, part) => parts.NameOf(method, program, $"{name}Part{Literals.Int(part + 1)}"))];
        Calls(name, names);
        for (int part = 0; part < names.Length; part++)
        {
            if (names[part].IsNew)
            {
                Method(names[part].Name, "void", program.Methods[part].Pieces, returnsError: false);
            }
        }
    }

    private string Number => plan.Precision.Keyword();

    private bool HasError => program.Values.Any(value => value.Name == ProgramPlan.ErrorName);

    private string ResultType => HasError ? Number : "void";

    private void Calls(string name, (string Name, bool IsNew)[] names)
    {
        using (writer.Method($"internal static {ResultType} {name}", Parameters(Arguments(program))))
        {
            for (int part = 0; part < names.Length; part++)
            {
                writer.Line($"{names[part].Name}({string.Join(", ", Arguments(program, program.Methods[part].Pieces))});");
            }

            if (HasError)
            {
                ValuePlan error = program.Values.Single(value => value.Name == ProgramPlan.ErrorName);
                writer.Line($"return {ScratchName}[{Literals.Int(error.Offset)}];");
            }
        }
    }

    private void Method(string name, string result, EquatableArray<KernelPiece> pieces, bool returnsError)
    {
        writer.Line();
        if (pieces.Any(piece => !piece.Kernel.IsUnrolled))
        {
            writer.Line(Optimized);
        }

        using (writer.Method($"internal static {result} {name}", Parameters(Arguments(program, pieces))))
        {
            Views(pieces);
            KernelContext context = new(writer, plan, _values, helpers);
            for (int i = 0; i < pieces.Count; i++)
            {
                if (i > 0)
                {
                    writer.Line();
                }

                KernelEmitter.Emit(context, pieces[i]);
            }

            if (returnsError && HasError)
            {
                writer.Line();
                writer.Line($"return {_values.At(ProgramPlan.ErrorName, 0)};");
            }
        }
    }

    /// <summary>Names for the pieces of the working memory.</summary>
    private void Views(EquatableArray<KernelPiece> pieces)
    {
        HashSet<string> used = [.. pieces.SelectMany(piece => piece.Kernel.Values)];
        ValuePlan[] views = program.Values.Where(value => value.Residence == Residence.Scratch && used.Contains(value.Name)).ToArray();
        foreach (ValuePlan value in views)
        {
            writer.Line($"Span<{Number}> {value.Name} = {ScratchName}.Slice({Literals.Int(value.Offset)}, {Literals.Int(value.Length)});");
        }

        if (views.Length > 0)
        {
            writer.Line();
        }
    }

    private string[] Parameters(IEnumerable<string> arguments) => [.. arguments.Select(argument => argument switch
    {
        "scale" => $"{Number} scale",
        "y" or "g" or "gx" or ScratchName => $"Span<{Number}> {argument}",
        _ => $"ReadOnlySpan<{Number}> {argument}",
    })];
}
