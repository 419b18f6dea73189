using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>What a piece of a kernel costs the method that it stands in: estimates on the safe side, checked by a test against compiled methods.</summary>
/// <param name="Statements">C# statements.</param>
/// <param name="Instructions">IL instructions.</param>
/// <param name="References">Uses of local variables and arguments.</param>
/// <param name="Locals">Local variables.</param>
internal readonly record struct Cost(int Statements, int Instructions, int References, int Locals)
{
    public static Cost operator +(Cost left, Cost right) => new(
        left.Statements + right.Statements, left.Instructions + right.Instructions, left.References + right.References, left.Locals + right.Locals);

    public static Cost operator *(int count, Cost cost) => new(
        count * cost.Statements, count * cost.Instructions, count * cost.References, count * cost.Locals);

    public bool FitsInto(TargetProfile profile) =>
        Statements <= profile.MethodStatements && Instructions <= profile.MethodInstructions
        && References <= profile.MethodReferences && Locals <= profile.MethodLocals;
}

internal static class CostModel
{
    /// <summary>What stands around the pieces: the return of the error.</summary>
    public static readonly Cost Frame = new(1, 6, 2, 0);

    /// <summary>The name of a value in the working memory.</summary>
    public static readonly Cost View = new(1, 6, 3, 1);

    /// <summary>A span element: address of the span, index, call, load.</summary>
    private static readonly Cost Read = new(0, 4, 1, 0);

    /// <summary>An assignment with its operator.</summary>
    private static readonly Cost Write = new(1, 7, 2, 1);

    /// <summary>An assignment to what is there already: a further statement of a sum or a maximum, a share of a gradient.</summary>
    private static readonly Cost Update = new(1, 9, 2, 0);

    /// <summary>A loop nest with its slices and counters.</summary>
    private static readonly Cost Loop = new(10, 80, 30, 8);

    /// <summary>if (!gx.IsEmpty).</summary>
    private static readonly Cost Condition = new(1, 4, 1, 0);

    public static Cost Of(KernelPiece piece, TargetProfile profile) =>
        (piece.Kernel.IsOptional ? Condition : default)
        + (piece.Kernel.IsUnrolled ? (piece.To - piece.From) * OfElement(piece.Kernel, profile) : Loop + OfExpressions(piece.Kernel));

    /// <summary>One number of an unrolled target.</summary>
    public static Cost OfElement(Kernel kernel, TargetProfile profile) => kernel switch
    {
        Kernel.Map map => (map.Accumulates ? Update : Write) + OfExpression(map.Expression),
        Kernel.Reduce { Reduction: Reduction.Max } reduce => Write + reduce.Count * (Update + Read + OfExpression(reduce.Expression)),
        Kernel.Reduce reduce => Write + Sum(reduce.Count, OfExpression(reduce.Expression), profile),
        Kernel.Contract contract => Write + Sum(contract.Count, Read + Read, profile) + OfExpressions(contract) + (contract.Finish is null ? default : Update),
        Kernel.Outer => Update + Read + Read,
        _ => throw new PlanException($"no cost for {kernel}"),
    };

    private static Cost OfExpressions(Kernel kernel) => kernel switch
    {
        Kernel.Map map => OfExpression(map.Expression),
        Kernel.Reduce reduce => OfExpression(reduce.Expression),
        Kernel.Contract contract => Read + OfExpression(contract.Finish),
        _ => default,
    };

    /// <summary>Terms with an operator each, and a statement for every few: fewer, where the terms are long.</summary>
    private static Cost Sum(int count, Cost term, TargetProfile profile)
    {
        int termsPerStatement = Math.Max(1, profile.TermsPerStatement / Math.Max(1, term.References));
        return (count * (term + new Cost(0, 2, 0, 0))) + ((count / termsPerStatement) * Update);
    }

    private static Cost OfExpression(Expression? expression) => expression switch
    {
        null => default,
        Expression.Element or Expression.Contracted => Read,
        Expression.Where => new Cost(0, 6, 0, 0) + OfArguments(expression),
        Expression.Unary { Function: UnaryFunction.Square } => new Cost(0, 2, 0, 0) + OfArguments(expression) + OfArguments(expression),
        _ => new Cost(0, 2, 0, 0) + OfArguments(expression),
    };

    private static Cost OfArguments(Expression expression) =>
        expression.Arguments.Select(OfExpression).Aggregate(default(Cost), (left, right) => left + right);
}

/// <summary>What a method costs that grows kernel by kernel.</summary>
internal sealed class MethodCost(TargetProfile profile)
{
    private readonly HashSet<string> _values = [];

    public Cost Total { get; private set; } = CostModel.Frame;

    /// <summary>The cost with one piece more. Any of its values may turn out to be in memory.</summary>
    public Cost With(KernelPiece piece) => Total + CostModel.Of(piece, profile) + (piece.Kernel.Values.Count(name => !_values.Contains(name)) * CostModel.View);

    public void Add(KernelPiece piece)
    {
        Total = With(piece);
        _values.UnionWith(piece.Kernel.Values);
    }
}
