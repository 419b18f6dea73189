using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>
/// Which tensors of a program are computed under a name of their own; all others are folded into the expression that uses them. A reader expects the
/// landmarks; a number that is used twice is not computed twice, but for a difference of two that have names; and a sum of products stands alone, or at the
/// head of the one expression that uses it.
/// </summary>
internal sealed class Materialization
{
    private readonly IReadOnlyList<Tensor> _tensors;
    private readonly Dictionary<Tensor, List<Tensor>> _users = [];
    private readonly HashSet<Tensor> _named = [];

    public Materialization(NetworkProgram program)
    {
        Tensor[] results = [.. new[] { program.Output, program.SampleError, program.InputGradient }.OfType<Tensor>()];
        _tensors = Reachable.From([.. results, .. program.ParameterGradients.Select(pair => pair.Gradient)]);
        foreach (Tensor tensor in _tensors)
        {
            _users.Add(tensor, []);
            foreach (Tensor input in tensor.Inputs.Distinct())
            {
                _users[input].Add(tensor);
            }
        }

        _named.UnionWith(results);
        _named.UnionWith(_tensors.Where(tensor => IsComputedPerSample(tensor) && (tensor.Label?.IsLandmark == true || NeedsName(tensor))));
        foreach (Tensor product in _tensors.Where(tensor => IsComputedPerSample(tensor) && tensor.Op is Op.MatMul))
        {
            Place(product);
        }
    }

    /// <summary>Tensors with a name, in the order of computation.</summary>
    public IEnumerable<Tensor> Named => _tensors.Where(_named.Contains);

    public bool IsNamed(Tensor tensor) => _named.Contains(tensor);

    public static bool IsLeaf(Tensor tensor) => tensor.Inputs.Count == 0;

    /// <summary>What holds the numbers of a tensor that only changes their shape.</summary>
    public Tensor Resolve(Tensor tensor)
    {
        while (tensor.Op is Op.Reshape && !IsNamed(tensor))
        {
            tensor = tensor.Inputs[0];
        }

        return tensor;
    }

    private static bool IsComputedPerSample(Tensor tensor) => tensor.Shape.IsBatched && !IsLeaf(tensor);

    private bool NeedsName(Tensor tensor)
    {
        List<Tensor> users = _users[tensor];
        return tensor.Op switch
        {
            Op.RowMax or Op.SumTo => true,
            Op.MatMul or Op.Broadcast or Op.Reshape => false,
            _ => (users.Count > 1 && !IsDifference(tensor)) || users.Any(user => user.Op is Op.MatMul || user.Shape.Length > tensor.Shape.Length),
        };
    }

    /// <summary>A difference of two numbers that have names is computed again rather than kept: one load more and no store, and a block of samples needs no memory for it.</summary>
    private static bool IsDifference(Tensor tensor) =>
        tensor.Op is Op.Binary { Function: BinaryFunction.Subtract } && tensor.Inputs.All(input => IsLeaf(input) || input.Label?.IsLandmark == true);

    /// <summary>A sum of products joins the expression it leads to, if it is the only one there and no reduction lies between.</summary>
    private void Place(Tensor product)
    {
        Tensor tensor = product;
        while (!_named.Contains(tensor))
        {
            Tensor user = _users[tensor][0];
            bool isOnlyUser = _users[tensor].Count == 1;
            if (!isOnlyUser || user.Op is Op.SumTo or Op.RowMax or Op.MatMul || user.Shape.Length != product.Shape.Length || HasOtherProduct(user, product))
            {
                _named.Add(product);
                return;
            }

            tensor = user;
        }
    }

    private bool HasOtherProduct(Tensor tensor, Tensor product) =>
        tensor != product && (tensor.Op is Op.MatMul || tensor.Inputs.Any(input => !_named.Contains(input) && HasOtherProduct(input, product)));
}
