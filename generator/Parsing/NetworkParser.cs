using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;
using NetGen.Generator.Support;

namespace NetGen.Generator.Parsing;

/// <summary>Reads a class with its attributes into values, and says what is wrong with it. Pure: generator and analyzer call the same.</summary>
internal static class NetworkParser
{
    public static ParseResult Parse(INamedTypeSymbol type, VectorSupport support, CancellationToken cancellation)
    {
        DeclarationAttributes attributes = DeclarationAttributes.Of(type);
        if (attributes.Network is not { } network)
        {
            return ParseResult.Nothing with { Findings = TypeRules.FindStrays(type, attributes).ToEquatableArray() };
        }

        // 1. Can the class be opened again?
        cancellation.ThrowIfCancellationRequested();
        List<Finding> findings = [.. TypeRules.FindObstacles(type)];
        bool canBeOpened = findings.Count == 0 && TypeRules.CanBeNamed(type);
        findings.AddRange(TypeRules.FindMistakes(type, attributes));
        bool isBroken = attributes.All.Any(AttributeReader.IsRejected);
        if (!canBeOpened)
        {
            return new ParseResult(null, findings.ToEquatableArray(), isBroken);
        }

        // 2. What do the attributes say?
        cancellation.ThrowIfCancellationRequested();
        LayerArgument[] options = [.. AttributeReader.Read(network)];
        var precision = (Precision)Get(options, nameof(Precision), 0);
        EquatableArray<LayerModel> layers = attributes.Layers.Select(AttributeReader.ReadLayer).ToEquatableArray();
        LossFunction? loss = attributes.Loss is { } attribute ? (LossFunction)Get(AttributeReader.Read(attribute), "function", 0) : null;

        // 3. Is there room for what is generated?
        cancellation.ThrowIfCancellationRequested();
        GeneratedMember[] members = GeneratedMember.Of(
            precision,
            hasLoss: loss is not null,
            takesLabels: loss == LossFunction.CrossEntropy,
            predicts: layers.LastOrDefault()?.Get("activation", 0) == (int)Activation.Softmax).ToArray();
        IReadOnlyList<MemberClash> clashes = MemberClashes.Find(type, members);
        findings.AddRange(MemberClashes.Describe(type, clashes));

        var model = new NetworkModel(
            TypeReader.Read(type, InheritedMembers.FindHidden(type, members), clashes.Select(clash => clash.Member.Key).ToEquatableArray()),
            options.Where(option => option.Name.StartsWith("inputShape[", System.StringComparison.Ordinal)).Select(option => option.Value).OfType<int>().ToEquatableArray(),
            precision,
            (Unroll)Get(options, nameof(Unroll), 0),
            Get(options, nameof(NetworkModel.L2), 0.0),
            layers,
            loss,
            support)
        {
            Budget = attributes.Budget is { } limits ? ReadBudget(limits) : null,
        };
        return new ParseResult(model, findings.ToEquatableArray(), isBroken);
    }

    private static BudgetModel ReadBudget(AttributeData attribute)
    {
        LayerArgument[] limits = [.. AttributeReader.Read(attribute)];
        return new BudgetModel(
            Get<long?>(limits, nameof(BudgetModel.ParameterBytes), null), Get<long?>(limits, nameof(BudgetModel.ScratchBytes), null), Get<long?>(limits, nameof(BudgetModel.Macs), null));
    }

    private static T Get<T>(IEnumerable<LayerArgument> arguments, string name, T fallback) =>
        arguments.FirstOrDefault(argument => argument.Name == name)?.Value is T value ? value : fallback;
}
