using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>Gives every tensor that a program names a value, and every value a name of its own.</summary>
internal sealed class ValueNames(ParameterLayout parameters)
{
    private readonly Dictionary<Tensor, ValuePlan> _byTensor = [];
    private readonly Dictionary<string, ValuePlan> _gradients = [];
    private readonly HashSet<string> _taken = [];
    private int _anonymous;

    public IReadOnlyList<ValuePlan> Plans => [.. _byTensor.Values, .. _gradients.Values];

    public string Name(Tensor tensor) => Plan(tensor, null).Name;

    /// <summary>The name of something that is computed; results of the program go to the arguments made for them.</summary>
    public string Target(Tensor tensor, NetworkProgram program) =>
        Plan(tensor, tensor == program.Output || tensor == program.InputGradient ? Residence.Argument : null).Name;

    public bool IsParameter(string name) => parameters.Blocks.Any(block => block.Name == name);

    /// <summary>The name of the gradient of a parameter.</summary>
    public string Gradient(Tensor parameter)
    {
        ParameterBlock block = Block(parameter);
        string name = "g" + block.Name;
        if (!_gradients.ContainsKey(name))
        {
            _taken.Add(name);
            _gradients.Add(name, new ValuePlan(name, "∂" + block.Symbol, parameter.Shape.Length, Residence.Gradient, block.Offset));
        }

        return name;
    }

    private ValuePlan Plan(Tensor tensor, Residence? residence)
    {
        if (!_byTensor.TryGetValue(tensor, out ValuePlan? plan))
        {
            plan = Create(tensor, residence);
            _byTensor.Add(tensor, plan);
        }

        return plan;
    }

    private ValuePlan Create(Tensor tensor, Residence? residence)
    {
        (string name, string symbol) = tensor.Label is { } label && _taken.Add(label.Name) ? (label.Name, label.Symbol) : Anonymous();
        (Residence where, int offset) = tensor.Op switch
        {
            _ when residence is { } given => (given, 0),
            Op.Input => (Residence.Argument, 0),
            Op.InverseBatchSize => (Residence.Scalar, 0),
            Op.Parameter => (Residence.Parameter, Block(tensor).Offset),
            _ => (Residence.Local, 0),
        };
        return new ValuePlan(name, symbol, tensor.Shape.Length, where, offset);
    }

    private (string Name, string Symbol) Anonymous()
    {
        string name;
        do
        {
            name = FormattableString.Invariant($"v{++_anonymous}");
        }
        while (!_taken.Add(name));
        return (name, name);
    }

    private ParameterBlock Block(Tensor tensor) => parameters.Block(((Op.Parameter)tensor.Op).Name);
}
