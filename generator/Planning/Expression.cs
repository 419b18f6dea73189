using System;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>How one number is computed: the same for every index of a kernel.</summary>
internal abstract record Expression
{
    /// <summary>The number of that value at the kernel's index; a value of one number stands for all.</summary>
    internal sealed record Element(string Value) : Expression;

    /// <summary>The sum of products that a contraction has gathered.</summary>
    internal sealed record Contracted : Expression;

    internal sealed record Number(double Value) : Expression;

    internal sealed record Unary(UnaryFunction Function, Expression Argument) : Expression;

    internal sealed record Binary(BinaryFunction Function, Expression Left, Expression Right) : Expression;

    internal sealed record Relu(Expression Argument) : Expression;

    internal sealed record Where(Comparison Comparison, Expression Condition, Expression Then, Expression Otherwise) : Expression;

    /// <summary>The expression with something else in place of its elements and sums, where the function gives it.</summary>
    public Expression Replace(Func<Expression, Expression?> leaf) => this switch
    {
        Unary unary => unary with { Argument = unary.Argument.Replace(leaf) },
        Binary binary => binary with { Left = binary.Left.Replace(leaf), Right = binary.Right.Replace(leaf) },
        Relu relu => new Relu(relu.Argument.Replace(leaf)),
        Where where => where with { Condition = where.Condition.Replace(leaf), Then = where.Then.Replace(leaf), Otherwise = where.Otherwise.Replace(leaf) },
        _ => leaf(this) ?? this,
    };

    /// <summary>What it is computed from, in the order of writing.</summary>
    public EquatableArray<Expression> Arguments => this switch
    {
        Unary unary => EquatableArray.Of(unary.Argument),
        Binary binary => EquatableArray.Of(binary.Left, binary.Right),
        Relu relu => EquatableArray.Of(relu.Argument),
        Where where => EquatableArray.Of(where.Condition, where.Then, where.Otherwise),
        _ => EquatableArray<Expression>.Empty,
    };

    /// <summary>How many functions it has that are polynomials of many terms; those of two or three polynomials count twice.</summary>
    public int Functions => Arguments.Sum(argument => argument.Functions) + this switch
    {
        Unary { Function: UnaryFunction.Softplus or UnaryFunction.NormalCdf } or Binary { Function: BinaryFunction.BinaryCrossEntropy } => 2,
        Unary { Function: not (UnaryFunction.Negate or UnaryFunction.Square) } => 1,
        Binary { Function: BinaryFunction.XLogY } => 1,
        _ => 0,
    };
}
