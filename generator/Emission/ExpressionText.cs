using System;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>Expressions as C#, with no more parentheses than they need.</summary>
/// <param name="precision">The number type.</param>
/// <param name="helpers">Is asked for functions.</param>
/// <param name="element">The text of a value's number at the current index.</param>
/// <param name="contracted">The text of the sum of products.</param>
internal sealed class ExpressionText(Precision precision, Helpers helpers, Func<string, string> element, string contracted = "")
{
    private const int Sum = 1;
    private const int Product = 2;
    private const int Atom = 3;

    public string Write(Expression expression) => Text(expression).Text;

    /// <summary>As a term of a sum.</summary>
    public string Term(Expression expression) => At(expression, Sum);

    private string At(Expression expression, int precedence)
    {
        (string text, int own) = Text(expression);
        return own < precedence ? $"({text})" : text;
    }

    private (string Text, int Precedence) Text(Expression expression) => expression switch
    {
        Expression.Element value => (element(value.Value), Atom),
        Expression.Contracted => (contracted, Atom),
        Expression.Number number => (Literals.Number(number.Value, precision), Atom),
        Expression.Relu relu => (helpers.Call("Relu", Write(relu.Argument)), Atom),
        Expression.Unary { Function: UnaryFunction.Negate } negate => ($"-{At(negate.Argument, Atom)}", Product),
        Expression.Unary { Function: UnaryFunction.Square, Argument: Expression.Element value } => ($"{element(value.Value)} * {element(value.Value)}", Product),
        Expression.Unary unary => (helpers.Call(unary.Function.ToString(), Write(unary.Argument)), Atom),
        Expression.Binary binary => Binary(binary),
        Expression.Where where => ($"{At(where.Condition, Atom)} {Operator(where.Comparison)} 0 ? {At(where.Then, Sum)} : {At(where.Otherwise, Sum)}", 0),
        _ => throw new PlanException($"no C# for {expression}"),
    };

    private (string, int) Binary(Expression.Binary binary) => binary.Function switch
    {
        BinaryFunction.Add => ($"{At(binary.Left, Sum)} + {At(binary.Right, Sum)}", Sum),
        BinaryFunction.Subtract => ($"{At(binary.Left, Sum)} - {At(binary.Right, Product)}", Sum),
        BinaryFunction.Multiply => ($"{At(binary.Left, Product)} * {At(binary.Right, Atom)}", Product),
        BinaryFunction.Divide => ($"{At(binary.Left, Product)} / {At(binary.Right, Atom)}", Product),
        _ => (helpers.Call(binary.Function.ToString(), Write(binary.Left), Write(binary.Right)), Atom),
    };

    private static string Operator(Comparison comparison) => comparison switch
    {
        Comparison.Positive => ">",
        Comparison.Negative => "<",
        _ => "<=",
    };
}
