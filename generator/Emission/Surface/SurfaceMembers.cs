using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using static NetGen.Generator.Emission.Surface.SurfaceDocumentation;

namespace NetGen.Generator.Emission.Surface;

/// <summary>
/// Every public member but the constants: thin, the same in every network. It checks the arguments before anything is written and leaves the rest to the
/// kernels.
/// </summary>
internal sealed class SurfaceMembers(SurfaceFacts facts, StepFacts step, string kernels)
{
    private const string Guard = "global::NetGen.Numerics.Guard";

    private readonly SurfaceDocumentation _documentation = new(facts);

    private string In => $"global::System.ReadOnlySpan<{facts.Number}>";

    private string Out => $"global::System.Span<{facts.Number}>";

    public IEnumerable<SurfaceMember> All => [.. State(), .. Inference(), .. Training()];

    private IEnumerable<SurfaceMember> State()
    {
        yield return Property("global::NetGen.NetworkInfo", "Info", isStatic: true, $"return {kernels}.Info;",
            Summary("The layers, their cost and how they were compiled."));

        yield return Property(Out, "Parameters", isStatic: false, $"return {GeneratedMember.StorageField}.Span;",
            Summary($"θ where it lives: {facts.StorageLength} numbers in the compiled layout. Gradients have the same order; padding never reaches a result."));

        yield return Method("void", "Initialize", "ulong seed", isStatic: false,
            [Summary("Draws the weights anew and sets the biases to 0; the same seed gives the same bits on every platform. A new instance has seed 0."), Parameter("seed", "Any number.")],
            [$"{kernels}.Initialize({GeneratedMember.StorageField}.Span, seed);"]);

        yield return Conversion("ToCanonical", "stored", facts.StorageLength, "canonical", facts.ParameterCount,
            "Reorders parameters or gradients from the compiled layout to the canonical order: layer by layer W, row-major [n_in × n_out], then b.");

        yield return Conversion("FromCanonical", "canonical", facts.ParameterCount, "stored", facts.StorageLength,
            "Reorders parameters or gradients from the canonical order to the compiled layout, with 0 in the padding.");
    }

    private SurfaceMember Conversion(string name, string source, int sourceLength, string target, int targetLength, string summary) => Method(
        "void", name, $"{In} {source}, {Out} {target}", isStatic: true,
        [
            Summary(summary),
            Parameter(source, $"{sourceLength} numbers."),
            Parameter(target, $"{targetLength} numbers, overwritten."),
            """<exception cref="global::System.ArgumentException">A length does not fit, or the spans overlap.</exception>""",
        ],
        [
            $"{Guard}.Length({source}.Length, {Length(source)}, \"{source}\");",
            $"{Guard}.Length({target}.Length, {Length(target)}, \"{target}\");",
            Separate(target, source),
            $"{kernels}.{name}({source}, {target});",
        ]);

    private static string Length(string name) => name == "stored" ? "StorageLength" : "ParameterCount";

    private IEnumerable<SurfaceMember> Inference()
    {
        yield return Method("void", "Forward", $"{In} inputs, {Out} outputs", isStatic: false,
            [Summary("Computes the outputs of N samples."), _documentation.Inputs, Parameter("outputs", $"N × {facts.OutputSize} numbers, overwritten."), ThrowsOverlap],
            [
                .. Samples(), Rows("outputs", "OutputSize"), Theta(),
                Separate("outputs", "inputs"), SeparateFromParameters("outputs"),
                "", $"{kernels}.Forward(θ, inputs, outputs);",
            ]);

        if (facts.Predicts)
        {
            yield return Method("int", "Predict", $"{In} input", isStatic: false,
                [Summary("The class of one sample: the index of the largest output, the first of equals."), Parameter("input", $"{facts.InputSize} numbers."), Returns($"{_documentation.Classes}."), ThrowsLength],
                [
                    $"{Guard}.Length(input.Length, InputSize, \"input\");",
                    $"return {kernels}.Predict({GeneratedMember.StorageField}.Span, input);",
                ]);

            yield return Method("void", "Predict", $"{In} inputs, global::System.Span<int> labels", isStatic: false,
                [Summary("The classes of N samples."), _documentation.Inputs, Parameter("labels", "N indices, overwritten: of the largest output, the first of equals."), ThrowsOverlap],
                [
                    .. Samples(), $"{Guard}.Length(labels.Length, n, \"labels\");", Theta(),
                    $"{Guard}.Separate<int, {facts.Number}>(labels, \"labels\", inputs, \"inputs\");",
                    $"{Guard}.Separate<int, {facts.Number}>(labels, \"labels\", θ, \"Parameters\");",
                    "", $"{kernels}.Predict(θ, inputs, labels);",
                ]);
        }

        yield return Method("void", "Backpropagate", $"{In} inputs, {In} outputGradients, {Out} gradients, {Out} inputGradients", isStatic: false,
            [
                Summary("The vector-Jacobian product: from G = ∂J/∂outputs of any J it computes ∂J/∂θ, summed over the samples, and ∂J/∂inputs. No penalty, no mean."),
                _documentation.Inputs,
                Parameter("outputGradients", $"G, N × {facts.OutputSize} numbers."),
                Parameter("gradients", $"∂J/∂θ, {facts.StorageLength} numbers laid out as <c>Parameters</c>, overwritten; 0 in the padding."),
                Parameter("inputGradients", $"∂J/∂inputs, N × {facts.InputSize} numbers, overwritten; or empty, and not computed."),
                ThrowsOverlap,
            ],
            [
                .. Samples(), Rows("outputGradients", "OutputSize"), GradientLength,
                "if (!inputGradients.IsEmpty)", "{", "    " + Rows("inputGradients", "InputSize"), "}", "",
                .. SeparateWritten("outputGradients", "gradients", "inputGradients"),
                $"{kernels}.Backpropagate(θ, inputs, outputGradients, gradients, inputGradients);",
            ]);
    }

    private IEnumerable<SurfaceMember> Training()
    {
        if (!facts.HasLoss)
        {
            yield break;
        }

        foreach (bool labels in facts.TakesLabels ? new[] { false, true } : [false])
        {
            (string type, string name) = labels ? ("global::System.ReadOnlySpan<int>", "labels") : (In, "targets");
            string documentation = labels ? _documentation.Labels : _documentation.Targets;
            string check = labels ? $"{Guard}.Labels(labels, n, OutputSize, \"labels\");" : Rows("targets", "OutputSize");
            string targets = !facts.TakesLabels ? "targets" : labels ? "default, labels" : "targets, default";

            yield return Method(facts.Number, "Loss", $"{In} inputs, {type} {name}", isStatic: false,
                [Summary("Computes the loss E, penalty included."), _documentation.Inputs, documentation, Returns("E."), .. _documentation.Throws(labels, false)],
                [.. Samples(), check, $"return {kernels}.Loss({GeneratedMember.StorageField}.Span, inputs, {targets});"]);

            yield return Method(facts.Number, "Backward", $"{In} inputs, {type} {name}, {Out} gradients", isStatic: false,
                [Summary("Computes E and ∂E/∂θ."), _documentation.Inputs, documentation, _documentation.Gradients, Returns("E."), .. _documentation.Throws(labels, true)],
                [
                    .. Samples(), check, GradientLength, "", .. SeparateWritten(name, "gradients"),
                    $"return {kernels}.Backward(θ, inputs, {targets}, gradients, default);",
                ]);

            yield return Method(facts.Number, "Backward", $"{In} inputs, {type} {name}, {Out} gradients, {Out} inputGradients", isStatic: false,
                [Summary("Computes E, ∂E/∂θ and ∂E/∂inputs."), _documentation.Inputs, documentation, _documentation.Gradients, _documentation.InputGradients, Returns("E."), .. _documentation.Throws(labels, true)],
                [
                    .. Samples(), check, GradientLength, Rows("inputGradients", "InputSize"), "", .. SeparateWritten(name, "gradients", "inputGradients"),
                    $"return {kernels}.Backward(θ, inputs, {targets}, gradients, inputGradients);",
                ]);

            yield return Method(facts.Number, "TrainStep", $"{In} inputs, {type} {name}, {facts.Number} learningRate", isStatic: false,
                [
                    Summary("One step of stochastic gradient descent: θ ← θ − η·∂E/∂θ."), _documentation.Inputs, documentation,
                    Parameter("learningRate", "η."), Returns("E before the step."),
                    """<exception cref="global::System.ArgumentException">A length does not fit, or a span overlaps <c>Parameters</c>, which are written.</exception>""",
                    .. labels ? [ThrowsLabel] : Enumerable.Empty<string>(),
                ],
                [
                    .. Samples(), check, "", Theta(), SeparateParameters("inputs", facts.Number), SeparateParameters(name, labels ? "int" : facts.Number),
                    "", .. Step(targets, "learningRate", step.InPlace),
                ]);

            yield return Method(facts.Number, "TrainStep", $"{In} inputs, {type} {name}, global::NetGen.Optimizers.IOptimizer<{facts.Number}> optimizer", isStatic: false,
                [
                    Summary("One step of an optimizer. Where E is not finite, nothing is changed."), _documentation.Inputs, documentation,
                    Parameter("optimizer", "What changes the parameters by ∂E/∂θ, part by part, as soon as a gradient is known."), Returns("E before the step."),
                    """<exception cref="global::System.ArgumentNullException">There is no optimizer.</exception>""",
                    """<exception cref="global::System.ArgumentException">A length does not fit, a span overlaps <c>Parameters</c>, which are written, or the optimizer serves another number of parameters.</exception>""",
                    .. labels ? [ThrowsLabel] : Enumerable.Empty<string>(),
                ],
                [
                    .. Samples(), check, $"{Guard}.NotNull(optimizer, \"optimizer\");", "", Theta(), SeparateParameters("inputs", facts.Number), SeparateParameters(name, labels ? "int" : facts.Number),
                    "", .. Step(targets, "optimizer", step.Updated),
                ]);
        }
    }

    /// <summary>Samples that run together change the parameters at once; others gather their gradients first.</summary>
    private IEnumerable<string> Step(string targets, string by, string? together)
    {
        if (together is not null)
        {
            yield return $"if ({together})";
            yield return "{";
            yield return $"    return {kernels}.Step(θ, inputs, {targets}, {by});";
            yield return "}";
            yield return "";
        }

        if (!step.AccumulatesOnStack)
        {
            yield return $"{Out} g = ({GeneratedMember.GradientField} ??= new {facts.Storage}(StorageLength)).Span;";
        }

        yield return $"return {kernels}.StepByGradients(θ, inputs, {targets}, {by}{(step.AccumulatesOnStack ? "" : ", g")});";
    }

    private static string GradientLength => $"{Guard}.Length(gradients.Length, StorageLength, \"gradients\");";

    private static IEnumerable<string> Samples() => [$"int n = {Guard}.Samples(inputs.Length, InputSize, \"inputs\");"];

    private static string Rows(string name, string size) => $"{Guard}.Rows({name}.Length, n, {size}, \"{name}\");";

    private string Theta() => $"{Out} θ = {GeneratedMember.StorageField}.Span;";

    private string Separate(string written, string other) => $"{Guard}.Separate<{facts.Number}, {facts.Number}>({written}, \"{written}\", {other}, \"{other}\");";

    private string SeparateFromParameters(string written) => $"{Guard}.Separate<{facts.Number}, {facts.Number}>({written}, \"{written}\", θ, \"Parameters\");";

    /// <summary>Here the parameters are what is written, and the argument is what must keep away.</summary>
    private string SeparateParameters(string argument, string type) => $"{Guard}.Separate<{type}, {facts.Number}>({argument}, \"{argument}\", θ, \"Parameters\");";

    /// <summary>No written span may touch anything else of the call.</summary>
    private IEnumerable<string> SeparateWritten(string targets, params string[] written)
    {
        yield return Theta();
        for (int i = 0; i < written.Length; i++)
        {
            yield return Separate(written[i], "inputs");
            yield return targets == "labels"
                ? $"{Guard}.Separate<{facts.Number}, int>({written[i]}, \"{written[i]}\", labels, \"labels\");"
                : Separate(written[i], targets);
            yield return SeparateFromParameters(written[i]);
            for (int j = 0; j < i; j++)
            {
                yield return Separate(written[i], written[j]);
            }
        }

        yield return "";
    }

    private static SurfaceMember Property(string type, string name, bool isStatic, string body, string documentation) =>
        new(name, [documentation], isStatic, type, name, null, [body]);

    private static SurfaceMember Method(
        string type, string name, string parameters, bool isStatic, IReadOnlyList<string> documentation, IReadOnlyList<string> body)
    {
        string[] list = parameters.Split(',').Select(parameter => parameter.Trim()).ToArray();
        IEnumerable<string> types = list.Select(parameter => parameter.Replace("global::", "").Split(' ')[0]);
        return new($"{name}({string.Join(", ", types)})", documentation, isStatic, type, name, list, body);
    }
}
