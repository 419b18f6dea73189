using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission;

/// <summary>Passes over many samples that the library gives working memory: structs with one method, and the calls that run them.</summary>
internal sealed class PassText(NetworkPlan plan, ProgramKind kind)
{
    private readonly BatchText _text = new(plan);

    /// <summary>The interface of the library that a pass implements.</summary>
    public string Interface => $"I{kind}Pass<{_text.Number}>";

    /// <summary>What its method returns.</summary>
    public string Result => kind == ProgramKind.Backward ? "double" : "void";

    /// <summary>What its method takes, whether this network has labels and penalties or not.</summary>
    public string[] Parameters =>
    [
        $"{_text.Out} scratch",
        $"{_text.In} θ",
        $"{_text.In} inputs",
        .. kind switch
        {
            ProgramKind.Forward => [$"{_text.Out} outputs"],
            ProgramKind.Backward =>
            [
                $"{_text.In} targets", "ReadOnlySpan<int> labels", $"{_text.Out} g", $"{_text.Out} inputGradients",
                $"{_text.Number} scale", $"{_text.Number} decay", $"{_text.Optimizer}? optimizer",
            ],
            _ => new[] { $"{_text.In} outputGradients", $"{_text.Out} g", $"{_text.Out} inputGradients" },
        },
    ];

    /// <summary>The call of a pass.</summary>
    /// <param name="name">The struct.</param>
    /// <param name="length">Numbers of its working memory.</param>
    public string Call(string name, int length) => $"Passes.{kind}<{_text.Number}, {name}>({Literals.Int(length)}, θ, inputs, {Arguments})";

    private string Arguments => kind switch
    {
        ProgramKind.Forward => "outputs",
        ProgramKind.Backward => $"targets, {Labels}, g, inputGradients, scale, {(plan.AddsPenalties ? "decay" : Literals.Number(0, plan.Precision))}, {(plan.IsBlocked ? "optimizer" : "null")}",
        _ => "outputGradients, g, inputGradients",
    };

    private string Labels => plan.TakesLabels ? "labels" : "default";
}
