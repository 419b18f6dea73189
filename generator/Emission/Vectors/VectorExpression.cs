using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Vectors;

/// <summary>Where an expression over vectors finds its operands.</summary>
internal interface IOperands
{
    /// <summary>Whether a value is one number, the same for all lanes.</summary>
    bool IsNumber(string value);

    string Number(string value);

    string Vector(string value);
}

/// <summary>Expressions as C# over one vector of a value, or over one number where it has no more.</summary>
/// <param name="names">The vector types.</param>
/// <param name="helpers">Is asked for functions.</param>
/// <param name="form">The vectors of the value.</param>
/// <param name="operands">Where operands are.</param>
/// <param name="contracted">The text of the sums of products.</param>
internal sealed class VectorExpression(VectorNames names, Helpers helpers, VectorForm form, IOperands operands, string contracted = "")
{
    private const int Sum = 1;
    private const int Product = 2;
    private const int Atom = 3;

    private string Class => names.Class(form);

    public string Write(Expression expression) => form.Lanes == 1
        ? new ExpressionText(names.Precision, helpers, operands.Number, contracted).Write(expression)
        : Text(expression).Text;

    /// <summary>As an operand of + or *.</summary>
    public string Operand(Expression expression) => form.Lanes == 1 ? $"({Write(expression)})" : At(expression, Atom);

    private string At(Expression expression, int precedence)
    {
        (string text, int own) = Text(expression);
        return own < precedence ? $"({text})" : text;
    }

    private (string Text, int Precedence) Text(Expression expression) => expression switch
    {
        Expression.Element element when operands.IsNumber(element.Value) => (names.Fill(form, operands.Number(element.Value)), Atom),
        Expression.Element element => (operands.Vector(element.Value), Atom),
        Expression.Contracted => (contracted, Atom),
        Expression.Number { Value: 0 } => (names.Zero(form), Atom),
        Expression.Number number => (names.Fill(form, Literals.Number(number.Value, names.Precision)), Atom),
        Expression.Relu relu => (names.Relu(form, Text(relu.Argument).Text), Atom),
        Expression.Unary { Function: UnaryFunction.Negate } negate => ($"-{At(negate.Argument, Atom)}", Product),
        Expression.Unary { Function: UnaryFunction.Square, Argument: Expression.Element element } when !operands.IsNumber(element.Value) => Squared(operands.Vector(element.Value)),
        Expression.Unary { Function: UnaryFunction.Square } square => (helpers.Square(names.Type(form), Text(square.Argument).Text), Atom),
        Expression.Unary unary => (Call(unary.Function.ToString(), unary), Atom),
        Expression.Binary binary => Binary(binary),
        Expression.Where where => (Select(where), Atom),
        _ => throw new PlanException($"no vector form of {expression}"),
    };

    private (string, int) Squared(string vector) => vector.All(character => char.IsLetterOrDigit(character) || character == '_')
        ? ($"{vector} * {vector}", Product)
        : (helpers.Square(names.Type(form), vector), Atom);

    private (string, int) Binary(Expression.Binary binary) => binary.Function switch
    {
        BinaryFunction.Multiply when ScaledDifference(binary) is { } text => (text, Atom),
        BinaryFunction.Add => ($"{At(binary.Left, Sum)} + {At(binary.Right, Sum)}", Sum),
        BinaryFunction.Subtract => ($"{At(binary.Left, Sum)} - {At(binary.Right, Product)}", Sum),
        BinaryFunction.Multiply => ($"{At(binary.Left, Product)} * {At(binary.Right, Atom)}", Product),
        BinaryFunction.Divide => ($"{At(binary.Left, Product)} / {At(binary.Right, Atom)}", Product),
        _ => (Call(binary.Function.ToString(), binary), Atom),
    };

    /// <summary>
    /// p · (v · q − w) as v · (p · q) − p · w, for numbers p and q: the delta of a softmax waits for its outputs v, and what does not is made before. Where v · q is w, the rounding of
    /// p · w remains of a difference that was 0, less than the error of v. Without q the difference is that of two values which may be given, and stays exact.
    /// </summary>
    private string? ScaledDifference(Expression.Binary product) =>
        product is { Left: Expression.Element p, Right: Expression.Binary { Function: BinaryFunction.Subtract, Left: Expression.Binary { Function: BinaryFunction.Multiply, Right: Expression.Element q } first } difference }
        && operands.IsNumber(p.Value) && operands.IsNumber(q.Value)
            ? names.MultiplyAdd(
                form, Text(first.Left).Text, names.Fill(form, $"{operands.Number(p.Value)} * {operands.Number(q.Value)}"), $"{names.Fill(form, $"-{operands.Number(p.Value)}")} * {At(difference.Right, Atom)}")
            : null;

    private string Call(string function, Expression expression) =>
        $"Elementary.{function}({string.Join(", ", expression.Arguments.Select(argument => Text(argument).Text))})";

    private string Select(Expression.Where where)
    {
        string test = where.Comparison switch
        {
            Comparison.Positive => "GreaterThan",
            Comparison.Negative => "LessThan",
            _ => "LessThanOrEqual",
        };
        return $"{Class}.ConditionalSelect({Class}.{test}({Text(where.Condition).Text}, {names.Zero(form)}), {Text(where.Then).Text}, {Text(where.Otherwise).Text})";
    }
}
