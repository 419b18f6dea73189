using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Kernels;
using NetGen.Generator.Emission.Vectors;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Blocks;

/// <summary>A stage that goes row by row: a method for each width of vectors, a plain one, and one that chooses.</summary>
internal sealed class RowStageEmitter(SourceWriter writer, NetworkPlan plan, ProgramPlan program, Stage.Rows stage, Helpers helpers, int number)
{
    private static readonly int[] AllBits = [VectorForm.WidestBits, 256, VectorForm.NarrowestBits];

    private readonly ValuePlan[] _values = [.. program.Values.Where(value => stage.Kernels.Any(kernel => kernel.Values.Contains(value.Name)))];

    private string Number => plan.Precision.Keyword();

    private string Name => $"{program.Kind}Rows{Literals.Int(number)}";

    private EquatableArray<string> LaneOperands => RowForm.LaneOperandsOf(program.Stages, program.Values, plan.Parameters);

    private bool UsesParameters => _values.Any(value => value.Residence == Residence.Parameter);

    /// <summary>The widths that differ: few numbers are in narrow vectors in any.</summary>
    private int[] Widths() => [.. AllBits.Where(bits => bits == VectorForm.NarrowestBits || _values.Any(value => Lanes(value, bits) != Lanes(value, bits / 2)))];

    private IEnumerable<ValuePlan> References => _values.Where(value => value.Residence is Residence.Argument or Residence.Scratch);

    private IEnumerable<string> Arguments =>
    [
        .. _values.Where(value => value.Residence == Residence.Argument).Select(value => value.Name),
        .. UsesParameters ? ["θ"] : Enumerable.Empty<string>(),
        .. _values.Any(value => value.Residence == Residence.Scratch) ? ["scratch"] : Enumerable.Empty<string>(),
        .. _values.Where(value => value.Residence == Residence.Scalar).Select(value => value.Name),
        "rows",
    ];

    /// <summary>Where the row r of a value begins.</summary>
    public static string Start(ValuePlan value) => $"{(value.Offset == 0 ? "" : $"{Literals.Int(value.Offset)} + ")}r{Literals.Times(value.Stride)}";

    public void Call()
    {
        foreach (Kernel kernel in stage.Kernels)
        {
            KernelEmitter.Head(writer, kernel, program.Values.ToDictionary(value => value.Name), EquationPrinter.Shapes(kernel));
        }

        writer.Line($"{Name}({string.Join(", ", Arguments)});");
    }

    public void Emit()
    {
        if (plan.VectorSupport != VectorSupport.None)
        {
            int[] widths = Widths();
            Choice(widths);
            foreach (int bits in widths)
            {
                Vectors(bits);
            }
        }

        Plain();
    }

    private void Choice(int[] widths)
    {
        writer.Line();
        using (writer.Method($"private static void {Name}", [.. Arguments.Select(PlainParameter)]))
        {
            string references = string.Join(", ", Arguments.Select(argument => IsSpan(argument) ? $"ref MemoryMarshal.GetReference({Rows(argument)})" : argument));
            foreach (int width in widths)
            {
                string bits = Literals.Int(width);
                using (writer.Block($"{(width == widths[0] ? "" : "else ")}if (Vector{bits}.IsHardwareAccelerated)"))
                {
                    writer.Line($"{Name}In{bits}({references});");
                }
            }

            using (writer.Block("else"))
            {
                writer.Line($"{Name}Plain({string.Join(", ", Arguments.Select(argument => IsSpan(argument) ? Rows(argument) : argument))});");
            }
        }
    }

    private void Vectors(int bits)
    {
        writer.Line();
        writer.Line(ProgramEmitter.Optimized);
        string[] parameters = [.. Arguments.Select(argument => IsSpan(argument) ? $"ref {Number} {Rows(argument)}" : PlainParameter(argument))];
        using (writer.Method($"private static void {Name}In{Literals.Int(bits)}", parameters))
        using (writer.Block("for (nint r = 0; r < rows; r++)"))
        {
            foreach (ValuePlan value in References)
            {
                string source = value.Residence == Residence.Scratch ? "scratch" : Rows(value.Name);
                writer.Line($"ref {Number} {value.Name} = ref Unsafe.Add(ref {source}, {Start(value)});");
            }

            RowForm form = new(
                bits, EquatableArray<MemoryPlace>.Empty, 0, LaneOperands, RowForm.LoopsOf(stage.Kernels, _values.ToDictionary(value => value.Name), bits, plan.ElementBytes, plan.Profile));
            RowContext context = new(writer, plan, _values, form, helpers);
            foreach (Kernel kernel in stage.Kernels)
            {
                writer.Line();
                RowKernelEmitter.Emit(context, kernel, Rows(kernel.Target));
            }

            ClearBehind(bits);
        }
    }

    /// <summary>A vector leaves 0 behind the last number of a row; where vectors are short, more of them go to the end of the line, up to which products read.</summary>
    private void ClearBehind(int bits)
    {
        int lanes = VectorForm.LanesOf(bits, plan.ElementBytes);
        foreach (ValuePlan value in LinesMade)
        {
            for (int at = (value.Length + lanes - 1) / lanes * lanes; at < LineEnd(value); at += lanes)
            {
                writer.Line($"Vector{Literals.Int(bits)}<{Number}>.Zero.StoreUnsafe(ref {value.Name}, {Literals.Int(at)});");
            }
        }
    }

    /// <summary>What the stage makes for products that read whole lines.</summary>
    private IEnumerable<ValuePlan> LinesMade => References.Where(value => value.Residence == Residence.Scratch && IsMade(value.Name) && LaneOperands.Contains(value.Name));

    private int Lanes(ValuePlan value, int bits) => VectorForm.LanesFor(value.Length, bits, plan.ElementBytes);

    private int LineEnd(ValuePlan value)
    {
        int line = plan.Profile.AlignmentBytes / plan.ElementBytes;
        return (value.Length + line - 1) / line * line;
    }

    private void Plain()
    {
        string name = plan.VectorSupport == VectorSupport.None ? Name : $"{Name}Plain";
        writer.Line();
        writer.Line(ProgramEmitter.Optimized);
        using (writer.Method($"private static void {name}", [.. Arguments.Select(PlainParameter)]))
        using (writer.Block("for (int r = 0; r < rows; r++)"))
        {
            foreach (ValuePlan value in References)
            {
                string type = IsInput(value.Name) ? "ReadOnlySpan" : "Span";
                string slice = $"{(value.Residence == Residence.Scratch ? "scratch" : Rows(value.Name))}.Slice({Start(value)}, {Literals.Int(value.Length)})";
                writer.Line($"{type}<{Number}> {value.Name} = {(value.Name == "gx" ? $"{Rows("gx")}.IsEmpty ? default : " : "")}{slice};");
            }

            KernelContext context = new(writer, plan, new ValueAccess(_values), helpers);
            foreach (Kernel kernel in stage.Kernels)
            {
                writer.Line();
                KernelEmitter.Emit(context, new KernelPiece(kernel, 0, kernel.Length));
            }

            foreach (ValuePlan value in LinesMade)
            {
                int padding = LineEnd(value) - value.Length;
                if (padding > 0)
                {
                    writer.Line($"scratch.Slice({Literals.Int(value.Offset + value.Length)} + r * {Literals.Int(value.Stride)}, {Literals.Int(padding)}).Clear();");
                }
            }
        }
    }

    private bool IsMade(string value) => stage.Kernels.Any(kernel => kernel.Target == value);

    /// <summary>All rows of an argument, whose own name is that of one row.</summary>
    private static string Rows(string argument) => argument is "θ" or "scratch" ? argument : argument + "Rows";

    private bool IsSpan(string argument) => argument != "rows" && _values.All(value => value.Name != argument || value.Residence != Residence.Scalar);

    private static bool IsInput(string argument) => argument is "x" or "t" or "gy" or "θ";

    private string PlainParameter(string argument) => argument == "rows" ? "int rows"
        : !IsSpan(argument) ? $"{Number} {argument}"
        : $"{(IsInput(argument) ? "ReadOnlySpan" : "Span")}<{Number}> {Rows(argument)}";
}
