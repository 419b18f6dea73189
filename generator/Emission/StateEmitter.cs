using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission;

/// <summary>How θ is made, drawn and reordered, and the description of the network.</summary>
internal sealed class StateEmitter(SourceWriter writer, NetworkPlan plan, string className)
{
    private string Number => plan.Precision.Keyword();

    public void Emit()
    {
        Info();
        Shapes();
        Create();
        Initialize();
        Convert("ToCanonical", "stored", "canonical", toCanonical: true);
        Convert("FromCanonical", "canonical", "stored", toCanonical: false);
    }

    /// <summary>The shapes of the matrices that products of the library take.</summary>
    private void Shapes()
    {
        if (!plan.IsBlocked)
        {
            return;
        }

        writer.Line();
        using (writer.Block("private static class Shapes"))
        {
            foreach (ParameterBlock block in plan.Parameters.Blocks.Where(block => block.Shape.Count > 1))
            {
                int[] sizes = [block.Storage.Rows, block.Storage.Columns, plan.ElementBytes];
                writer.Line($"internal static readonly PanelShape {block.Name} = new PanelShape({string.Join(", ", sizes.Select(Literals.Int))});");
            }
        }
    }

    private void Create()
    {
        writer.Line();
        using (writer.Block($"internal static ParameterStorage<{Number}> Create()"))
        {
            writer.Line($"ParameterStorage<{Number}> storage = new ParameterStorage<{Number}>({Literals.Int(plan.Parameters.StorageLength)});");
            writer.Line("Initialize(storage.Span, 0);");
            writer.Line("return storage;");
        }
    }

    private void Initialize()
    {
        writer.Line();
        using (writer.Block($"internal static void Initialize(Span<{Number}> θ, ulong seed)"))
        {
            writer.Line("θ.Clear();");
            ParameterBlock[] drawn = plan.Parameters.Blocks.Where(block => block.Initializer != Initializer.Zero).ToArray();
            if (drawn.Length > 0)
            {
                writer.Line("Xoshiro256 random = new Xoshiro256(seed);");
            }

            foreach (ParameterBlock block in drawn)
            {
                writer.Line($"WeightInitializer.Fill({Slice(block, "θ")}, Initializer.{block.Initializer}, {Layout(block)}, ref random); // {block.Symbol}");
            }
        }
    }

    private void Convert(string name, string source, string target, bool toCanonical)
    {
        writer.Line();
        using (writer.Block($"internal static void {name}(ReadOnlySpan<{Number}> {source}, Span<{Number}> {target})"))
        {
            if (plan.Parameters.IsCanonical)
            {
                writer.Line($"{source}.CopyTo({target});");
                return;
            }

            if (!toCanonical)
            {
                writer.Line($"{target}.Clear();");
            }

            foreach (ParameterBlock block in plan.Parameters.Blocks)
            {
                string rows = $"{(toCanonical ? target : source)}.Slice({Literals.Int(block.CanonicalOffset)}, {Literals.Int(block.Rows * block.Columns)})";
                string call = toCanonical ? $"CopyTo({Slice(block, source)}, {rows})" : $"CopyFrom({rows}, {Slice(block, target)})";
                writer.Line($"{Layout(block)}.{call}; // {block.Symbol}");
            }
        }
    }

    private static string Slice(ParameterBlock block, string source) => $"{source}.Slice({Literals.Int(block.Offset)}, {Literals.Int(block.Storage.Length)})";

    private static string Layout(ParameterBlock block)
    {
        Storage storage = block.Storage;
        int[] sizes = [block.Rows, block.Columns, storage.PanelWidth, storage.LastWidth, storage.PanelStride];
        return $"new MatrixLayout({string.Join(", ", sizes.Select(Literals.Int))}, {(block.IsTransposed ? "true" : "false")})";
    }

    private void Info()
    {
        writer.Line("internal static readonly NetworkInfo Info = new NetworkInfo(");
        string loss = plan.Loss is { } function ? $"LossFunction.{function}" : "null";
        writer.Line($"    {Literals.Text(className)}, Precision.{plan.Precision}, {loss},");
        writer.Line("    new LayerInfo[]");
        writer.Line("    {");
        for (int index = 0; index < plan.Layers.Count; index++)
        {
            LayerPlan layer = plan.Layers[index];
            string parameters = string.Join(", ", plan.Parameters.Blocks.Where(block => block.Layer == index).Select(Parameter));
            writer.Line($"        new LayerInfo({Literals.Text(layer.Layer.Name)}, {Literals.Text(layer.Layer.Kind)}, {Ints(layer.Layer.InputShape.Sizes)}, {Ints(layer.Layer.OutputShape.Sizes)}, Activation.{layer.Layer.Activation},");
            writer.Line($"            new ParameterInfo[] {{ {parameters} }}, {layer.Layer.Macs.ToString(System.Globalization.CultureInfo.InvariantCulture)}, {Literals.Text(PlanPrinter.Describe(layer))}{Options(layer.Layer)}),");
        }

        writer.Line("    },");
        IReadOnlyList<string> table = PlanPrinter.Table(plan);
        writer.Line($"    {Literals.Int(plan.Parameters.ParameterCount)}, {Literals.Int(plan.Parameters.StorageLength)}, {Literals.Int(plan.ScratchLength * plan.ElementBytes)}, {Literals.Int(plan.Profile.StackBudget)},");
        for (int i = 0; i < table.Count; i++)
        {
            bool isLast = i == table.Count - 1;
            writer.Line($"    {Literals.Text(table[i] + (isLast ? "" : "\n"))}{(isLast ? ");" : " +")}");
        }
    }

    private static string Options(GraphLayer layer) =>
        (layer.Alpha is { } alpha ? $", alpha: {Literals.Number(alpha, Precision.Double)}" : "") + (layer.IsNamed ? ", isNamed: true" : "");

    private static string Parameter(ParameterBlock block) =>
        $"new ParameterInfo({Literals.Text(block.Role)}, {Ints(block.Shape)}, {Literals.Int(block.CanonicalOffset)})";

    private static string Ints(EquatableArray<int> values) => $"new int[] {{ {string.Join(", ", values.Select(Literals.Int))} }}";
}
