using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>One block of the generated code: computes a value for one sample, or adds a sample's share to a gradient.</summary>
/// <param name="Target">The name of the value it computes.</param>
/// <param name="Length">Numbers of the target.</param>
/// <param name="IsUnrolled">Straight-line code, a statement per number; otherwise loops.</param>
/// <param name="IsOptional">Left out of a call that gives no room for the target.</param>
internal abstract record Kernel(string Target, int Length, bool IsUnrolled, bool IsOptional)
{
    /// <summary>target[j] = expression(j), or += for a gradient.</summary>
    internal sealed record Map(string Target, int Length, bool IsUnrolled, bool IsOptional, Expression Expression, bool Accumulates)
        : Kernel(Target, Length, IsUnrolled, IsOptional);

    /// <summary>target = Σⱼ expression(j), or the largest.</summary>
    internal sealed record Reduce(string Target, bool IsUnrolled, Reduction Reduction, int Count, Expression Expression)
        : Kernel(Target, 1, IsUnrolled, false);

    /// <summary>
    /// A vector times a matrix of parameters: target[j] = initial(j) + Σᵢ vector[i]·matrix[i, j], or, transposed, target[i] = initial(i) + Σⱼ
    /// vector[j]·matrix[i, j]; then finish, if any, makes the result of the sum. Initial is an array of parameters.
    /// </summary>
    internal sealed record Contract(
        string Target, int Length, bool IsUnrolled, bool IsOptional,
        string Vector, string Matrix, int Count, bool IsTransposed, string? Initial, Expression? Finish)
        : Kernel(Target, Length, IsUnrolled, IsOptional);

    /// <summary>A gradient of a matrix: target[i, j] += left[i]·right[j].</summary>
    internal sealed record Outer(string Target, bool IsUnrolled, string Left, int Rows, string Right, int Columns)
        : Kernel(Target, Rows * Columns, IsUnrolled, false);

    /// <summary>Whether it is a product or a gradient, which what belongs to the error alone does not delay.</summary>
    public bool IsWaitedFor => this is Contract or Outer or Map { Accumulates: true };

    /// <summary>The names of the values it reads.</summary>
    public IEnumerable<string> Reads => (this switch
    {
        Map map => Names(map.Expression),
        Reduce reduce => Names(reduce.Expression),
        Contract contract => Names(contract.Finish).Concat(new[] { contract.Vector, contract.Matrix, contract.Initial }.OfType<string>()),
        Outer outer => [outer.Left, outer.Right],
        _ => [],
    }).Distinct();

    /// <summary>The names of all values it touches.</summary>
    public IEnumerable<string> Values => Reads.Append(Target).Distinct();

    /// <summary>The same with another value in place of one that it reads.</summary>
    public Kernel Reading(string from, string to)
    {
        return this switch
        {
            Map map => map with { Expression = In(map.Expression) },
            Reduce reduce => reduce with { Expression = In(reduce.Expression) },
            Contract contract => contract with { Vector = Name(contract.Vector), Finish = contract.Finish is { } finish ? In(finish) : null },
            Outer outer => outer with { Left = Name(outer.Left), Right = Name(outer.Right) },
            _ => this,
        };

        string Name(string name) => name == from ? to : name;

        Expression In(Expression expression) => expression.Replace(part => part is Expression.Element element && element.Value == from ? new Expression.Element(to) : null);
    }

    private static IEnumerable<string> Names(Expression? expression) => expression switch
    {
        null => [],
        Expression.Element element => [element.Value],
        _ => expression.Arguments.SelectMany(Names),
    };
}

internal enum Reduction
{
    Sum,
    Max,
}

/// <summary>Some numbers of a kernel's target, From inclusive to To exclusive: an unrolled kernel may be spread over several methods.</summary>
internal sealed record KernelPiece(Kernel Kernel, int From, int To);
