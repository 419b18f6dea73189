using System.Collections.Generic;

namespace NetGen.Generator.Emission.Surface;

/// <summary>Documentation that members share: every span with its shape, every exception with its reason.</summary>
internal sealed class SurfaceDocumentation(SurfaceFacts facts)
{
    public const string ThrowsLength = """<exception cref="global::System.ArgumentException">A length does not fit.</exception>""";

    public const string ThrowsOverlap = """<exception cref="global::System.ArgumentException">A length does not fit, or a written span overlaps another span of the call or <c>Parameters</c>.</exception>""";

    public const string ThrowsLabel = """<exception cref="global::System.ArgumentOutOfRangeException">A label is no class.</exception>""";

    public string Inputs => Parameter("inputs", $"N × {facts.InputSize} numbers, one sample after another, N ≥ 1.");

    public string Targets => Parameter("targets", $"N × {facts.OutputSize} numbers.");

    public string Labels => Parameter("labels", $"N class indices, {Classes}.");

    /// <summary>The indices of the classes; a declaration with errors has no size to tell them from.</summary>
    public string Classes => facts.OutputSize == 0 ? "from 0 on" : $"0 … {Literals.Int(facts.OutputSize - 1)}";

    public string Gradients => Parameter("gradients", $"∂E/∂θ, {facts.StorageLength} numbers laid out as <c>Parameters</c>, overwritten; 0 in the padding.");

    public string InputGradients => Parameter("inputGradients", $"∂E/∂inputs, N × {facts.InputSize} numbers, overwritten.");

    public static string Summary(string text) => $"<summary>{text}</summary>";

    public static string Parameter(string name, string text) => $"<param name=\"{name}\">{text}</param>";

    public static string Returns(string text) => $"<returns>{text}</returns>";

    /// <summary>The end of the documentation of a member that takes targets or labels.</summary>
    public IEnumerable<string> Throws(bool labels, bool writes)
    {
        yield return writes ? ThrowsOverlap : ThrowsLength;
        if (labels)
        {
            yield return ThrowsLabel;
        }
    }
}
