using System.Linq;
using NetGen.Generator.Emission.Kernels;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>Expressions as C# over vectors.</summary>
internal sealed class VectorText(KernelContext context)
{
    private const string Class = "global::System.Numerics.Vector";

    /// <summary>Whether there is a vector form of every function in an expression.</summary>
    public static bool CanWrite(Expression expression) => expression is not (
        Expression.Unary { Function: not (UnaryFunction.Negate or UnaryFunction.Square) }
        or Expression.Binary { Function: BinaryFunction.XLogY or BinaryFunction.XOverY or BinaryFunction.BinaryCrossEntropy })
        && expression.Arguments.All(CanWrite);

    public string Write(Expression expression) => expression switch
    {
        Expression.Element element when context.Values.Values[element.Value].Residence == Residence.Scalar => Constant(element.Value),
        Expression.Element element => $"{element.Value}v[k]",
        Expression.Number { Value: 0 } => $"{Class}<{context.Number}>.Zero",
        Expression.Number number => Constant(Literals.Number(number.Value, context.Plan.Precision)),
        Expression.Relu relu => Select("LessThan", relu.Argument, $"{Class}<{context.Number}>.Zero", Write(relu.Argument)),
        Expression.Unary { Function: UnaryFunction.Negate } negate => $"(-{Write(negate.Argument)})",
        Expression.Unary square => $"({Write(square.Argument)} * {Write(square.Argument)})",
        Expression.Binary binary => $"({Write(binary.Left)} {Operator(binary.Function)} {Write(binary.Right)})",
        Expression.Where where => Select(Test(where.Comparison), where.Condition, Write(where.Then), Write(where.Otherwise)),
        _ => throw new PlanException($"no vector form of {expression}"),
    };

    private string Constant(string value) => $"new {Class}<{context.Number}>({value})";

    private string Select(string test, Expression condition, string then, string otherwise) =>
        $"{Class}.ConditionalSelect({Class}.{test}({Write(condition)}, {Class}<{context.Number}>.Zero), {then}, {otherwise})";

    private static string Test(Comparison comparison) => comparison switch
    {
        Comparison.Positive => "GreaterThan",
        Comparison.Negative => "LessThan",
        _ => "LessThanOrEqual",
    };

    private static string Operator(BinaryFunction function) => function switch
    {
        BinaryFunction.Add => "+",
        BinaryFunction.Subtract => "-",
        BinaryFunction.Multiply => "*",
        _ => "/",
    };
}
