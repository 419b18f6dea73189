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

    /// <summary>What it is computed from, in the order of writing.</summary>
    public EquatableArray<Expression> Arguments => this switch
    {
        Unary unary => EquatableArray.Of(unary.Argument),
        Binary binary => EquatableArray.Of(binary.Left, binary.Right),
        Relu relu => EquatableArray.Of(relu.Argument),
        Where where => EquatableArray.Of(where.Condition, where.Then, where.Otherwise),
        _ => EquatableArray<Expression>.Empty,
    };
}
