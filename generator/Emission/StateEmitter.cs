using System.Collections.Generic;
using System.Linq;
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
        Create();
        Initialize();
        Convert("ToCanonical", "stored", "canonical", toCanonical: true);
        Convert("FromCanonical", "canonical", "stored", toCanonical: false);
    }

    private void Create()
    {
        writer.Line();
        using (writer.Block($"internal static global::NetGen.Numerics.ParameterStorage<{Number}> Create()"))
        {
            writer.Line($"global::NetGen.Numerics.ParameterStorage<{Number}> storage = new global::NetGen.Numerics.ParameterStorage<{Number}>({Literals.Int(plan.Parameters.StorageLength)});");
            writer.Line("Initialize(storage.Span, 0);");
            writer.Line("return storage;");
        }
    }

    private void Initialize()
    {
        writer.Line();
        using (writer.Block($"internal static void Initialize(global::System.Span<{Number}> θ, ulong seed)"))
        {
            writer.Line("θ.Clear();");
            ParameterBlock[] drawn = plan.Parameters.Blocks.Where(block => block.Initializer != Initializer.Zero).ToArray();
            if (drawn.Length > 0)
            {
                writer.Line("global::NetGen.Numerics.Xoshiro256 random = new global::NetGen.Numerics.Xoshiro256(seed);");
            }

            foreach (ParameterBlock block in drawn)
            {
                string target = $"θ.Slice({Literals.Int(block.Offset)}, {Literals.Int(block.Rows * block.Stride)})";
                string shape = string.Join(", ", new[] { block.Rows, block.Columns, block.Stride }.Select(Literals.Int));
                writer.Line($"global::NetGen.Numerics.WeightInitializer.Fill({target}, global::NetGen.Initializer.{block.Initializer}, {shape}, ref random); // {block.Symbol}");
            }
        }
    }

    private void Convert(string name, string source, string target, bool toCanonical)
    {
        writer.Line();
        using (writer.Block($"internal static void {name}(global::System.ReadOnlySpan<{Number}> {source}, global::System.Span<{Number}> {target})"))
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
                (int from, int fromStride) = toCanonical ? (block.Offset, block.Stride) : (block.CanonicalOffset, block.Columns);
                (int to, int toStride) = toCanonical ? (block.CanonicalOffset, block.Columns) : (block.Offset, block.Stride);
                string shape = $"{Literals.Int(block.Rows)}, {Literals.Int(block.Columns)}";
                writer.Line($"global::NetGen.Numerics.Layout.CopyRows({source}.Slice({Literals.Int(from)}), {Literals.Int(fromStride)}, {target}.Slice({Literals.Int(to)}), {Literals.Int(toStride)}, {shape}); // {block.Symbol}");
            }
        }
    }

    private void Info()
    {
        writer.Line("internal static readonly global::NetGen.NetworkInfo Info = new global::NetGen.NetworkInfo(");
        string loss = plan.Loss is { } function ? $"global::NetGen.LossFunction.{function}" : "null";
        writer.Line($"    {Literals.Text(className)}, global::NetGen.Precision.{plan.Precision}, {loss},");
        writer.Line("    new global::NetGen.LayerInfo[]");
        writer.Line("    {");
        for (int index = 0; index < plan.Layers.Count; index++)
        {
            LayerPlan layer = plan.Layers[index];
            string parameters = string.Join(", ", plan.Parameters.Blocks.Where(block => block.Layer == index).Select(Parameter));
            writer.Line($"        new global::NetGen.LayerInfo({Literals.Text(layer.Layer.Name)}, {Literals.Text(layer.Layer.Kind)}, {Ints(layer.Layer.InputShape.Sizes)}, {Ints(layer.Layer.OutputShape.Sizes)}, global::NetGen.Activation.{layer.Layer.Activation},");
            writer.Line($"            new global::NetGen.ParameterInfo[] {{ {parameters} }}, {layer.Layer.Macs.ToString(System.Globalization.CultureInfo.InvariantCulture)}, {Literals.Text(PlanPrinter.Describe(layer))}),");
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

    private static string Parameter(ParameterBlock block) =>
        $"new global::NetGen.ParameterInfo({Literals.Text(block.Role)}, {Ints(block.Shape)}, {Literals.Int(block.CanonicalOffset)})";

    private static string Ints(EquatableArray<int> values) => $"new int[] {{ {string.Join(", ", values.Select(Literals.Int))} }}";
}
