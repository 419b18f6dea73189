using System.Linq;

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
    /// <summary>A span element: address of the span, index, call, load.</summary>
    private static readonly Cost Read = new(0, 4, 1, 0);

    /// <summary>An assignment with its operator.</summary>
    private static readonly Cost Write = new(1, 7, 2, 1);

    /// <summary>A loop nest with its slices and counters.</summary>
    private static readonly Cost Loop = new(10, 80, 30, 8);

    public static Cost Of(KernelPiece piece, TargetProfile profile) =>
        piece.Kernel.IsUnrolled ? (piece.To - piece.From) * OfElement(piece.Kernel, profile) : Loop + OfExpressions(piece.Kernel);

    /// <summary>One number of an unrolled target.</summary>
    public static Cost OfElement(Kernel kernel, TargetProfile profile) => kernel switch
    {
        Kernel.Map map => Write + OfExpression(map.Expression),
        Kernel.Reduce reduce => Write + Sum(reduce.Count, OfExpression(reduce.Expression), profile),
        Kernel.Contract contract => Write + Sum(contract.Count, Read + Read, profile) + OfExpressions(contract),
        Kernel.Outer => Write + Read + Read,
        _ => throw new PlanException($"no cost for {kernel}"),
    };

    private static Cost OfExpressions(Kernel kernel) => kernel switch
    {
        Kernel.Map map => OfExpression(map.Expression),
        Kernel.Reduce reduce => OfExpression(reduce.Expression),
        Kernel.Contract contract => OfExpression(contract.Initial) + OfExpression(contract.Finish),
        _ => default,
    };

    /// <summary>Terms with an operator each, and a statement for every few, twice as many where the terms are long.</summary>
    private static Cost Sum(int count, Cost term, TargetProfile profile) =>
        count * (term + new Cost(0, 2, 0, 0)) + (2 * ((count - 1) / profile.TermsPerStatement)) * (Write with { Locals = 0 });

    private static Cost OfExpression(Expression? expression) => expression switch
    {
        null => default,
        Expression.Element => Read,
        Expression.Where => new Cost(0, 6, 0, 0) + expression.Arguments.Select(OfExpression).Aggregate((left, right) => left + right),
        _ => expression.Arguments.Select(OfExpression).Aggregate(new Cost(0, 2, 0, 0), (left, right) => left + right),
    };
}
