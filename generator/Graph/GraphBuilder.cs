using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Support;

namespace NetGen.Generator.Graph;

/// <summary>Makes tensors, each once: an operation that was applied to the same inputs before gives the tensor of before.</summary>
internal sealed class GraphBuilder(Precision element)
{
    private readonly Dictionary<(Op Op, EquatableArray<int> Inputs), Tensor> _known = [];
    private readonly List<Tensor> _tensors = [];

    /// <summary>The layer on whose behalf tensors are made from here on.</summary>
    public int? Layer { get; set; }

    /// <summary>All tensors in the order of creation.</summary>
    public IReadOnlyList<Tensor> Tensors => _tensors;

    public Tensor Input(string name, string symbol, Shape shape) => Leaf(new Op.Input(name), shape, new TensorLabel(name, symbol, true));

    public Tensor Parameter(string name, string symbol, Shape shape) => Leaf(new Op.Parameter(name), shape, new TensorLabel(name, symbol, true));

    public Tensor Constant(double value) => Leaf(new Op.Constant(value), Shape.Scalar, null);

    public Tensor InverseBatchSize() => Leaf(new Op.InverseBatchSize(), Shape.Scalar, new TensorLabel("scale", "1/N", true));

    public Tensor MatMul(Tensor left, Tensor right, bool transposeLeft = false, bool transposeRight = false) =>
        Apply(new Op.MatMul(transposeLeft, transposeRight), left, right);

    public Tensor Apply(UnaryFunction function, Tensor input) => Apply(new Op.Unary(function), input);

    public Tensor Apply(BinaryFunction function, Tensor left, Tensor right) => Apply(new Op.Binary(function), left, right);

    public Tensor Add(Tensor left, Tensor right) => Apply(BinaryFunction.Add, left, right);

    public Tensor Subtract(Tensor left, Tensor right) => Apply(BinaryFunction.Subtract, left, right);

    public Tensor Multiply(Tensor left, Tensor right) => Apply(BinaryFunction.Multiply, left, right);

    public Tensor Divide(Tensor left, Tensor right) => Apply(BinaryFunction.Divide, left, right);

    public Tensor Negate(Tensor input) => Apply(UnaryFunction.Negate, input);

    public Tensor Square(Tensor input) => Apply(UnaryFunction.Square, input);

    public Tensor Scale(double factor, Tensor input) => Apply(new Op.Scale(factor), input);

    public Tensor Where(Comparison comparison, Tensor z, Tensor then, Tensor otherwise) => Apply(new Op.Where(comparison), z, then, otherwise);

    public Tensor SumTo(Shape shape, Tensor input) => input.Shape == shape ? input : Apply(new Op.SumTo(shape), input);

    public Tensor Broadcast(Shape shape, Tensor input) => input.Shape == shape ? input : Apply(new Op.Broadcast(shape), input);

    public Tensor Reshape(Shape shape, Tensor input) => input.Shape == shape ? input : Apply(new Op.Reshape(shape), input);

    public Tensor Apply(Op op, params Tensor[] inputs) =>
        Simplification.Simplify(this, op, inputs) ?? Create(op, inputs, ShapeRules.Infer(op, inputs));

    private Tensor Leaf(Op op, Shape shape, TensorLabel? label)
    {
        Tensor tensor = Create(op, [], shape);
        tensor.Label ??= label;
        return tensor;
    }

    private Tensor Create(Op op, Tensor[] inputs, Shape shape)
    {
        (Op, EquatableArray<int>) key = (op, inputs.Select(input => input.Id).ToEquatableArray());
        if (!_known.TryGetValue(key, out Tensor? tensor))
        {
            tensor = new Tensor(_tensors.Count, op, inputs, shape, element, Layer);
            _known.Add(key, tensor);
            _tensors.Add(tensor);
        }

        return tensor;
    }
}
