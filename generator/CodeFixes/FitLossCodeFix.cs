using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using NetGen.Generator.Model;

namespace NetGen.Generator.CodeFixes;

/// <summary>Changes the last activation so that it fits the loss, or the loss so that it fits the activation.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class FitLossCodeFix : NetworkCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        FindingIds.CrossEntropyWithoutSoftmax, FindingIds.BinaryCrossEntropyWithoutSigmoid, FindingIds.SoftmaxOverOneUnit);

    private protected override IEnumerable<Fix> Find(Diagnostic diagnostic, SyntaxNode place, DeclaredType declared) => diagnostic.Id switch
    {
        FindingIds.CrossEntropyWithoutSoftmax when declared.UnitsOf(declared.LastLayer) == 1 =>
        [
            Change(declared, declared.LastLayer, declared.ActivationOf(declared.LastLayer) == Activation.Sigmoid ? null : Activation.Sigmoid, LossFunction.BinaryCrossEntropy),
            Change(declared, declared.LastLayer, null, LossFunction.MeanSquaredError),
        ],
        FindingIds.CrossEntropyWithoutSoftmax =>
        [
            Change(declared, declared.LastLayer, Activation.Softmax, null),
            Change(declared, declared.LastLayer, null, declared.ActivationOf(declared.LastLayer) == Activation.Sigmoid ? LossFunction.BinaryCrossEntropy : LossFunction.MeanSquaredError),
        ],
        FindingIds.BinaryCrossEntropyWithoutSigmoid when declared.ActivationOf(declared.LastLayer) == Activation.Softmax =>
        [
            Change(declared, declared.LastLayer, null, LossFunction.CrossEntropy),
            Change(declared, declared.LastLayer, Activation.Sigmoid, null),
        ],
        FindingIds.BinaryCrossEntropyWithoutSigmoid =>
        [
            Change(declared, declared.LastLayer, Activation.Sigmoid, null),
            Change(declared, declared.LastLayer, null, LossFunction.MeanSquaredError),
        ],
        _ => [FixSoftmaxOverOneUnit(declared, declared.IndexOfLayer(place))],
    };

    /// <summary>One probability instead of a distribution; at the end of the network that asks for another loss too.</summary>
    private static Fix FixSoftmaxOverOneUnit(DeclaredType declared, int layer) =>
        Change(declared, layer, Activation.Sigmoid, layer == declared.LastLayer && declared.Loss == LossFunction.CrossEntropy ? LossFunction.BinaryCrossEntropy : null);

    private static EditFix Change(DeclaredType declared, int layer, Activation? activation, LossFunction? loss)
    {
        List<string> changes = [];
        if (activation is not null)
        {
            changes.Add($"the activation to {activation}");
        }

        if (loss is not null)
        {
            changes.Add($"the loss to {loss}");
        }

        string title = "Change " + string.Join(" and ", changes);
        return new EditFix(title, title, (declared.Symbol, layer), ChangeAsync);

        async Task ChangeAsync(SolutionEditor editor, CancellationToken cancellation)
        {
            if (activation is not null)
            {
                await EnumArguments.SetAsync(editor, declared.Locate(FindingTarget.Layer(layer, "activation")), "activation", activation, cancellation).ConfigureAwait(false);
            }

            if (loss is not null)
            {
                await EnumArguments.SetAsync(editor, declared.Locate(FindingTarget.Loss("function")), "function", loss, cancellation).ConfigureAwait(false);
            }
        }
    }
}
