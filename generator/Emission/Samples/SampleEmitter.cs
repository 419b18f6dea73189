using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Emission.Kernels;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Samples;

/// <summary>A program over many samples of a small network, with samples in the lanes.</summary>
internal sealed class SampleEmitter(SourceWriter writer, NetworkPlan plan, ProgramPlan program, SampleForm samples, Helpers helpers)
{
    /// <summary>The variable that tells whether a block runs in vectors of 512 bits.</summary>
    private const string IsWide = "isWide";

    /// <summary>The argument of the forward pass that tells whether another program goes on with what it makes.</summary>
    public const string GoesOn = "goesOn";

    private readonly Dictionary<string, ValuePlan> _values = samples.Values.ToDictionary(value => value.Name);

    /// <summary>The condition under which a machine can do it.</summary>
    public static string Condition(SampleForm samples) => IsSupported(samples.Widths[samples.Widths.Count - 1]);

    /// <summary>The number of samples from which on a machine that can does it: a narrower vector may be full before a wider one pays.</summary>
    public static string Least(NetworkPlan plan, ProgramKind kind, SampleForm samples)
    {
        int[] least = [.. samples.Widths.Select(width => plan.SampleMinimum(kind, width))];
        return least.Length == 1 || least[0] == least[1] ? Literals.Int(least[0]) : $"({IsSupported(samples.Widths[0])} ? {Literals.Int(least[0])} : {Literals.Int(least[1])})";
    }

    private string Number => plan.Precision.Keyword();

    private bool HasError => program.Kind == ProgramKind.Backward;

    private bool IsForward => program.Kind == ProgramKind.Forward;

    private bool HasHalves => samples.HalfLanes > 0;

    /// <summary>The call of the pass, with memory for a block, and behind it for rows of targets from labels.</summary>
    public static string Call(NetworkPlan plan, ProgramPlan program, SampleForm samples)
    {
        int oneHot = program.Kind == ProgramKind.Backward && plan.TakesLabels ? samples.Rows * plan.OutputSize : 0;
        return new PassText(plan, program.Kind).Call(Name(program), samples.MemoryLength + oneHot);
    }

    public void Emit()
    {
        writer.Line();
        writer.Line($"// ── {program.Kind}, samples in the lanes {new string('─', 64 - program.Kind.ToString().Length)}");
        writer.Line(Legend.Of(plan));
        writer.Line();
        PassText pass = new(plan, program.Kind);
        using (writer.Block($"private readonly struct {Name(program)} : {pass.Interface}"))
        {
            Blocks(pass);
        }

        foreach (SampleWidth width in samples.Widths)
        {
            foreach (SamplePiece piece in width.Pieces.Where(piece => piece.Owner == program.Kind))
            {
                writer.Line();
                Steps(width, piece);
            }
        }
    }

    /// <summary>Block after block: what comes from the caller and goes there, and gradients.</summary>
    private void Blocks(PassText pass)
    {
        writer.Line(ProgramEmitter.Optimized);
        using (writer.Method($"public {pass.Result} Run", pass.Parameters))
        {
            writer.Line($"int n = inputs.Length / {Literals.Int(plan.InputSize)};");
            string rows = Literals.Int(samples.Rows);
            writer.Line($"ref {Number} memory = ref MemoryMarshal.GetReference(scratch);");
            writer.Line($"ref {Number} weights = ref MemoryMarshal.GetReference(θ);");
            if (HasError)
            {
                if (plan.TakesLabels)
                {
                    writer.Line($"Span<{Number}> oneHot = scratch.Slice({Literals.Int(samples.MemoryLength)}, {Literals.Int(samples.Rows * plan.OutputSize)});");
                }

                writer.Line("double error = 0;");
            }
            else if (!IsForward)
            {
                writer.Line("Gradients.Clear(g);");
            }

            using (writer.Block($"for (int r = 0; r < n; r += {rows})"))
            {
                writer.Line($"int count = Math.Min({rows}, n - r);");
                if (HasHalves)
                {
                    writer.Line($"bool {IsWide} = {IsSupported(samples.Widths[0])} && count != {Literals.Int(samples.HalfLanes)};");
                }

                Gather("x", "inputs", plan.InputSize);
                if (HasError)
                {
                    Targets();
                }
                else if (!IsForward)
                {
                    Gather("gy", "outputGradients", plan.OutputSize);
                }

                Pieces();
                if (IsForward)
                {
                    writer.Line();
                    writer.Line($"SampleLanes.Scatter({Memory("y")}, {rows}, outputs.Slice(r{Literals.Times(plan.OutputSize)}), {Literals.Int(plan.OutputSize)}, count);");
                }

                Gradients();
            }

            if (HasError)
            {
                writer.Line();
                writer.Line("return error;");
            }
        }
    }

    /// <summary>What is done with the vectors of samples of a block: what comes behind the error only where gradients are asked for.</summary>
    private void Pieces()
    {
        Calls(width => width.Pieces.Take(UntilError(width)));
        if (!HasError)
        {
            return;
        }

        writer.Line();
        writer.Line($"error += SampleLanes.Sum({Memory(ProgramPlan.ErrorName)}, count);");
        using (writer.Block("if (g.IsEmpty)"))
        {
            writer.Line("continue;");
        }

        writer.Line();
        Calls(width => width.Pieces.Skip(UntilError(width)));
    }

    private int UntilError(SampleWidth width) =>
        HasError ? width.Pieces.Select(piece => piece.Stored.Contains(ProgramPlan.ErrorName)).ToList().IndexOf(true) + 1 : width.Pieces.Count;

    /// <summary>Some pieces, in vectors as wide as the machine has them.</summary>
    private void Calls(Func<SampleWidth, IEnumerable<SamplePiece>> pieces)
    {
        SampleWidth narrowest = samples.Widths[samples.Widths.Count - 1];
        foreach (SampleWidth width in samples.Widths)
        {
            if (samples.Widths.Count == 1)
            {
                Calls(width, pieces(width));
                continue;
            }

            using (writer.Block(width == narrowest ? "else" : $"if ({(HasHalves ? IsWide : IsSupported(width))})"))
            {
                Calls(width, pieces(width));
            }
        }
    }

    private void Calls(SampleWidth width, IEnumerable<SamplePiece> pieces)
    {
        foreach (SamplePiece piece in pieces)
        {
            string further = HasScale(piece) ? ", scale" : piece.Asked.Count == 0 ? "" : IsForward ? ", false" : ", true";
            writer.Line($"{NameOf(width, piece)}(ref memory, ref weights, count{further});");
        }
    }

    /// <summary>What is done with each vector of samples of a block.</summary>
    private void Steps(SampleWidth width, SamplePiece piece)
    {
        SampleContext context = new(writer, plan, samples, width.Bits, piece, helpers);
        writer.Line(ProgramEmitter.Optimized);
        string further = HasScale(piece) ? $", {Number} scale" : piece.Asked.Count > 0 ? $", bool {GoesOn}" : "";
        using (writer.Block($"private static void {NameOf(width, piece)}(ref {Number} memory, ref {Number} weights, int count{further})"))
        using (writer.Block($"for (nint s = 0; s < count; s += {Literals.Int(context.Form.Lanes)})"))
        {
            writer.Line($"ref {Number} samples = ref Unsafe.Add(ref memory, s);");
            writer.Line();
            Body(context, piece);
        }
    }

    private void Body(SampleContext context, SamplePiece piece)
    {
        if (HasScale(piece))
        {
            writer.Line("// no sample, no gradient");
            context.Declare("scales", $"Partial.Mask{Literals.Int(context.Form.Bits)}<{Number}>((int)Math.Min({Literals.Int(context.Form.Lanes)}, count - s)) & {context.Names.Fill(context.Form, "scale")}");
            writer.Line();
        }

        SampleKernelEmitter kernels = new(context);
        bool isFirst = true;
        foreach (SampleStep step in piece.Steps)
        {
            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            kernels.Emit(step);
        }
    }

    private void Targets()
    {
        string size = Literals.Int(plan.OutputSize);
        if (plan.TakesLabels)
        {
            writer.Line($"ReadOnlySpan<{Number}> t = labels.IsEmpty ? targets.Slice(r{Literals.Times(plan.OutputSize)}, count * {size}) : Targets.OneHot(labels.Slice(r, count), oneHot.Slice(0, count * {size}));");
            GatherAll("t", "t", plan.OutputSize);
            return;
        }

        Gather("t", "targets", plan.OutputSize);
    }

    /// <summary>Numbers of the samples of a block.</summary>
    private void Gather(string value, string source, int size) => GatherAll(value, $"{source}.Slice(r{Literals.Times(size)}, count{Literals.Times(size)})", size);

    private void GatherAll(string value, string source, int size) => writer.Line(
        $"SampleLanes.Gather({source}, {Literals.Int(size)}, count, {Memory(value)}, {Literals.Int(samples.Rows)}{(HasHalves ? $", {IsWide}" : "")});");

    private void Gradients()
    {
        foreach (Kernel kernel in program.Kernels.Where(kernel => _values[kernel.Target].Residence == Residence.Gradient))
        {
            writer.Line();
            KernelEmitter.Head(writer, kernel, _values, EquationPrinter.Shapes(kernel));
            ParameterBlock block = plan.Parameters.BlockOfGradient(_values[kernel.Target]);
            string target = $"g.Slice({Literals.Int(block.Offset)}, {Literals.Int(block.Storage.Length)})";
            string rows = Literals.Int(samples.Rows);
            writer.Line(kernel switch
            {
                Kernel.Outer outer => $"SampleLanes.AddProducts({Memory(block.IsTransposed ? outer.Right : outer.Left)}, {Memory(block.IsTransposed ? outer.Left : outer.Right)}, {rows}, count, {target}, {Literals.Int(block.Storage.LastWidth)});",
                Kernel.Map { Expression: Expression.Element delta } => $"SampleLanes.AddSums({Memory(delta.Value)}, {rows}, count, {target});",
                _ => throw new PlanException($"no gradient by {kernel}"),
            });
        }
    }

    /// <summary>The rows of a value: one for each of its numbers.</summary>
    private string Memory(string value)
    {
        int offset = samples.Memory.First(place => place.Value == value).Offset;
        return $"scratch.Slice({Literals.Int(offset)}, {Literals.Int(_values[value].Length * samples.Rows)})";
    }

    private static string IsSupported(SampleWidth width) => $"Vector{Literals.Int(width.Bits)}.IsHardwareAccelerated";

    private static string NameOf(SampleWidth width, SamplePiece piece) => $"{piece.Name}Steps{Literals.Int(width.Bits)}";

    private static bool HasScale(SamplePiece piece) => piece.Steps.SelectMany(step => step.Kernels).Any(kernel => kernel.Reads.Contains("scale"));

    private static string Name(ProgramPlan program) => $"{program.Kind}Samples";
}
