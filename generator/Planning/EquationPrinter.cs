using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>Kernels in the notation of the mathematics: <c>δ¹ = (δ²·W²ᵀ) ⊙ (1 − (a¹)²)</c>.</summary>
internal static class EquationPrinter
{
    public static string Print(Kernel kernel, IReadOnlyDictionary<string, ValuePlan> values)
    {
        Notation notation = new(values, "");
        string target = values[kernel.Target].Symbol;
        switch (kernel)
        {
            case Kernel.Map map:
                return $"{target} {(map.Accumulates ? "+=" : "=")} {notation.Text(map.Expression)}";

            case Kernel.Reduce reduce:
                return $"{target} = {(reduce.Reduction == Reduction.Max ? "max" : "Σ")} {notation.Factor(reduce.Expression)}";

            case Kernel.Outer outer:
                return $"{target} += {values[outer.Left].Symbol}ᵀ·{values[outer.Right].Symbol}";

            case Kernel.Contract contract:
                string product = $"{values[contract.Vector].Symbol}·{values[contract.Matrix].Symbol}{(contract.IsTransposed ? "ᵀ" : "")}";
                string result = contract.Finish is { } finish ? new Notation(values, product).Text(finish)
                    : contract.Initial is { } initial ? $"{product} + {values[initial].Symbol}"
                    : product;
                return $"{target} = {result}";

            default:
                throw new PlanException($"no equation for {kernel}");
        }
    }

    /// <summary>The shapes that a kernel works between.</summary>
    public static string Shapes(Kernel kernel) => kernel switch
    {
        Kernel.Contract contract => Invariant($"{contract.Count} → {contract.Length}"),
        Kernel.Outer outer => Invariant($"{outer.Rows} × {outer.Columns}"),
        Kernel.Reduce reduce => Invariant($"{reduce.Count} → 1"),
        _ => Invariant($"{kernel.Length}"),
    };

    /// <summary>A number as on paper, with a true minus: 0.0001, 1e−7.</summary>
    public static string Number(double value) =>
        value.ToString("R", CultureInfo.InvariantCulture).Replace("E-0", "e-").Replace("E+", "e").Replace("E", "e").Replace("-", "−");

    private static string Invariant(System.FormattableString text) => System.FormattableString.Invariant(text);

    /// <summary>Expressions around one matrix product.</summary>
    private sealed class Notation(IReadOnlyDictionary<string, ValuePlan> values, string product)
    {
        private const int Sum = 1;
        private const int Product = 2;
        private const int Atom = 3;

        public string Text(Expression expression) => Write(expression).Text;

        public string Factor(Expression expression) => At(expression, Product);

        private string At(Expression expression, int precedence)
        {
            (string text, int own) = Write(expression);
            return own < precedence ? $"({text})" : text;
        }

        private (string Text, int Precedence) Write(Expression expression) => expression switch
        {
            Expression.Element element => (values[element.Value].Symbol, Atom),
            Expression.Contracted => (product, Product),
            Expression.Number number => (Number(number.Value), Atom),
            Expression.Relu relu => ($"relu {At(relu.Argument, Atom)}", Product),
            Expression.Unary unary => Unary(unary.Function, unary.Argument),
            Expression.Binary binary => Binary(binary),
            Expression.Where where => Where(where),
            _ => throw new PlanException($"no notation for {expression}"),
        };

        private (string, int) Unary(UnaryFunction function, Expression argument) => function switch
        {
            UnaryFunction.Negate => ($"−{At(argument, Product)}", Sum),
            UnaryFunction.Square => (Text(argument) is { Length: 1 } letter ? $"{letter}²" : $"({Text(argument)})²", Atom),
            UnaryFunction.Exp => ($"exp({Text(argument)})", Atom),
            UnaryFunction.Expm1 => ($"exp({Text(argument)}) − 1", Sum),
            UnaryFunction.Log => ($"ln {At(argument, Atom)}", Product),
            UnaryFunction.NormalCdf => ($"Φ({Text(argument)})", Atom),
            UnaryFunction.NormalDensity => ($"φ({Text(argument)})", Atom),
            _ => ($"{function.ToString().ToLowerInvariant()} {At(argument, Atom)}", Product),
        };

        private (string, int) Binary(Expression.Binary binary)
        {
            (Expression left, Expression right) = (binary.Left, binary.Right);
            return binary.Function switch
            {
                BinaryFunction.Add => ($"{At(left, Sum)} + {At(right, Sum)}", Sum),
                BinaryFunction.Subtract => ($"{At(left, Sum)} − {At(right, Product)}", Sum),
                BinaryFunction.Multiply => ($"{Operand(left)} {(IsScalar(left) || IsScalar(right) ? "·" : "⊙")} {Operand(right)}", Product),
                BinaryFunction.Divide or BinaryFunction.XOverY => ($"{At(left, Product)} / {At(right, Atom)}", Product),
                BinaryFunction.XLogY => ($"{At(left, Product)}·ln {At(right, Atom)}", Product),
                BinaryFunction.BinaryCrossEntropy => ($"bce({Text(left)}, {Text(right)})", Atom),
                _ => throw new PlanException($"no notation for {binary.Function}"),
            };
        }

        /// <summary>A factor; a matrix product inside an element-wise one is set apart.</summary>
        private string Operand(Expression expression) => expression is Expression.Contracted ? $"({product})" : At(expression, Product);

        private bool IsScalar(Expression expression) => expression switch
        {
            Expression.Number => true,
            Expression.Contracted => false,
            Expression.Element element => values[element.Value].Length == 1,
            _ => expression.Arguments.All(IsScalar),
        };

        private (string, int) Where(Expression.Where where)
        {
            string z = Text(where.Condition);
            (string condition, string opposite) = where.Comparison switch
            {
                Comparison.Positive => ($"{z} > 0", $"{z} ≤ 0"),
                Comparison.Negative => ($"{z} < 0", $"{z} ≥ 0"),
                _ => ($"{z} ≤ 0", $"{z} > 0"),
            };
            return where switch
            {
                { Otherwise: Expression.Number { Value: 0 } } => ($"{Operand(where.Then)} ⊙ [{condition}]", Product),
                { Then: Expression.Number { Value: 0 } } => ($"{Operand(where.Otherwise)} ⊙ [{opposite}]", Product),
                _ => ($"[{condition}] ? {Text(where.Then)} : {Text(where.Otherwise)}", 0),
            };
        }
    }
}
