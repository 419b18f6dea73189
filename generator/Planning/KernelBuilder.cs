using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>From the tensors of a program to kernels: one for every named tensor, and one for every share of a gradient.</summary>
internal sealed class KernelBuilder
{
    private readonly NetworkProgram _program;
    private readonly EquatableArray<LayerPlan> _layers;
    private readonly Materialization _materialization;
    private readonly ValueNames _values;

    private KernelBuilder(NetworkProgram program, EquatableArray<LayerPlan> layers, ParameterLayout parameters)
    {
        _program = program;
        _layers = layers;
        _materialization = new Materialization(program);
        _values = new ValueNames(parameters);
    }

    /// <summary>The kernels in the order of execution, and the values they work on.</summary>
    public static (IReadOnlyList<Kernel> Kernels, IReadOnlyList<ValuePlan> Values) Build(
        NetworkProgram program, EquatableArray<LayerPlan> layers, ParameterLayout parameters)
    {
        KernelBuilder builder = new(program, layers, parameters);
        IEnumerable<(int Order, Kernel Kernel)> values = builder._materialization.Named.SelectMany(tensor => builder.Compute(tensor).Select(kernel => (tensor.Id, kernel)));
        IEnumerable<(int Order, Kernel Kernel)> gradients = program.ParameterGradients.SelectMany(
            pair => Terms(pair.Gradient).Where(IsPerSample).Select(term => (term.Id, builder.Accumulate(pair.Parameter, term))));

        // Gradients after all deltas, so that a training step may add them to the very parameters that the deltas are made with; from the last layer to the
        // first, whose parameters are then in the cache when the next step begins.
        Kernel[] kernels = [.. InOrder(values), .. InOrder(gradients)];
        return (kernels, builder._values.Plans);
    }

    /// <summary>The terms of a sum.</summary>
    public static IEnumerable<Tensor> Terms(Tensor sum) =>
        sum.Op is Op.Binary { Function: BinaryFunction.Add } ? sum.Inputs.SelectMany(Terms) : [sum];

    /// <summary>Whether a gradient sums over the samples; otherwise it depends on the parameters alone.</summary>
    public static bool IsPerSample(Tensor gradient) => Reachable.From([gradient]).Any(tensor => tensor.Shape.IsBatched);

    private static IEnumerable<Kernel> InOrder(IEnumerable<(int Order, Kernel Kernel)> kernels) => kernels.OrderBy(pair => pair.Order).Select(pair => pair.Kernel);

    private IEnumerable<Kernel> Compute(Tensor tensor)
    {
        bool isOptional = tensor == _program.InputGradient;
        string target = _values.Target(tensor, _program);
        int length = tensor.Shape.Length;
        if (tensor.Op is Op.SumTo or Op.RowMax)
        {
            Reduction reduction = tensor.Op is Op.RowMax ? Reduction.Max : Reduction.Sum;
            Tensor input = tensor.Inputs[0];
            return [new Kernel.Reduce(target, IsUnrolled(tensor), reduction, input.Shape.Length, Read(input))];
        }

        Expression expression = Express(tensor);
        return FindProduct(tensor) is { } product
            ? Contract(target, length, isOptional, product, expression)
            : [new Kernel.Map(target, length, length == 1 || IsUnrolled(tensor), isOptional, expression, Accumulates: false)];
    }

    private IEnumerable<Kernel> Contract(string target, int length, bool isOptional, Tensor product, Expression expression)
    {
        Op.MatMul op = (Op.MatMul)product.Op;
        if (op.TransposeLeft || !product.Inputs[0].Shape.IsBatched || product.Inputs[1].Op is not Op.Parameter)
        {
            throw new PlanException($"no kernel for {product.Op} of {product.Inputs[0].Op} and {product.Inputs[1].Op}");
        }

        // A bias is as well where the sum of products begins.
        (string? initial, Expression? finish) = expression switch
        {
            Expression.Contracted => ((string?)null, (Expression?)null),
            Expression.Binary { Function: BinaryFunction.Add, Left: Expression.Contracted, Right: Expression.Element bias } when _values.IsParameter(bias.Value) => (bias.Value, null),
            _ => (null, expression),
        };
        Tensor vector = product.Inputs[0];
        bool isUnrolled = IsUnrolled(product);
        yield return new Kernel.Contract(
            target, length, isUnrolled, isOptional, Operand(vector), Operand(product.Inputs[1]), vector.Shape.Length, op.TransposeRight, initial, isUnrolled ? finish : null);

        // Products of matrices come for all samples at once; what follows is done to their results.
        if (!isUnrolled && finish is not null)
        {
            Expression rest = finish.Replace(part => part is Expression.Contracted ? new Expression.Element(target) : null);
            yield return new Kernel.Map(target, length, IsUnrolled: length == 1, isOptional, rest, Accumulates: false);
        }
    }

    private Kernel Accumulate(GraphParameter parameter, Tensor term)
    {
        string target = _values.Gradient(parameter.Tensor);
        Tensor left = term.Inputs[0];
        if (term.Op is Op.MatMul { TransposeLeft: true, TransposeRight: false })
        {
            Tensor right = term.Inputs[1];
            return new Kernel.Outer(target, IsUnrolled(term), Operand(left), left.Shape.Length, Operand(right), right.Shape.Length);
        }

        if (term.Op is Op.SumTo && left.Shape.Length == term.Shape.Length)
        {
            return new Kernel.Map(target, term.Shape.Length, term.Shape.Length == 1 || IsUnrolled(term), false, Read(left), Accumulates: true);
        }

        throw new PlanException($"no kernel for a gradient by {term.Op}");
    }

    private bool IsUnrolled(Tensor tensor) => tensor.Layer is { } layer && _layers[layer].IsUnrolled;

    /// <summary>The name of something that a matrix product walks through.</summary>
    private string Operand(Tensor tensor) => _values.Name(_materialization.Resolve(tensor));

    /// <summary>A tensor as part of an expression: by its name if it has one.</summary>
    private Expression Read(Tensor tensor)
    {
        tensor = _materialization.Resolve(tensor);
        return tensor.Op is Op.Constant constant ? new Expression.Number(constant.Value)
            : _materialization.IsNamed(tensor) || Materialization.IsLeaf(tensor) ? new Expression.Element(_values.Name(tensor))
            : Express(tensor);
    }

    private Expression Express(Tensor tensor) => tensor.Op switch
    {
        Op.MatMul => new Expression.Contracted(),
        Op.Unary unary => new Expression.Unary(unary.Function, Read(tensor.Inputs[0])),
        Op.Binary binary => new Expression.Binary(binary.Function, Read(tensor.Inputs[0]), Read(tensor.Inputs[1])),
        Op.Scale { Factor: -1 } => new Expression.Unary(UnaryFunction.Negate, Read(tensor.Inputs[0])),
        Op.Scale scale => new Expression.Binary(BinaryFunction.Multiply, new Expression.Number(scale.Factor), Read(tensor.Inputs[0])),
        Op.Relu => new Expression.Relu(Read(tensor.Inputs[0])),
        Op.Where where => new Expression.Where(where.Comparison, Read(tensor.Inputs[0]), Read(tensor.Inputs[1]), Read(tensor.Inputs[2])),
        Op.Broadcast or Op.Reshape => Read(tensor.Inputs[0]),
        _ => throw new PlanException($"no expression for {tensor.Op}"),
    };

    /// <summary>The matrix product that the expression of a named tensor begins with, if any.</summary>
    private Tensor? FindProduct(Tensor tensor) => tensor.Op is Op.MatMul
        ? tensor
        : tensor.Inputs.Where(input => !_materialization.IsNamed(input)).Select(FindProduct).FirstOrDefault(product => product is not null);
}
