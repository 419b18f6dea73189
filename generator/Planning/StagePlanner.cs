using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Support;

namespace NetGen.Generator.Planning;

/// <summary>From the kernels of one sample to stages over a block of samples.</summary>
internal sealed class StagePlanner
{
    private readonly Dictionary<string, ValuePlan> _values;
    private readonly ParameterLayout _parameters;
    private readonly HashSet<string> _laneOperands;
    private readonly int _line;

    private StagePlanner(IReadOnlyList<Kernel> kernels, IReadOnlyList<ValuePlan> values, ParameterLayout parameters, int line)
    {
        _values = values.ToDictionary(value => value.Name);
        _parameters = parameters;
        _line = line;
        _laneOperands = [.. RowForm.LaneOperandsOf(kernels, _values, parameters)];
    }

    /// <summary>The stages, and the values with those that copies have added.</summary>
    public static (EquatableArray<Stage> Stages, IReadOnlyList<ValuePlan> Values) Plan(
        IReadOnlyList<Kernel> kernels, IReadOnlyList<ValuePlan> values, ParameterLayout parameters, int line)
    {
        StagePlanner planner = new(kernels, values, parameters, line);
        List<Kernel> copied = planner.WithCopies(kernels);
        return (planner.Group(copied).ToEquatableArray(), [.. planner._values.Values]);
    }

    /// <summary>
    /// Kernels read lane operands in whole vectors, and write products with panels so: where rows in the caller's memory are not of whole vectors, that is
    /// done in a copy.
    /// </summary>
    private List<Kernel> WithCopies(IReadOnlyList<Kernel> kernels)
    {
        List<Kernel> result = [];
        foreach (ValuePlan argument in _values.Values.Where(value => IsCut(value) && _laneOperands.Contains(value.Name)).ToArray())
        {
            string copy = Copy(argument);
            result.Add(new Kernel.Map(copy, argument.Length, false, false, new Expression.Element(argument.Name), Accumulates: false));
            kernels = [.. kernels.Select(kernel => WithOperand(kernel, argument.Name, copy))];
        }

        foreach (Kernel kernel in kernels)
        {
            if (kernel is Kernel.Contract contract && IsCut(_values[contract.Target]) && !RowForm.IsAcross(contract, _parameters))
            {
                string copy = Copy(_values[contract.Target]);
                result.Add(contract with { Target = copy });
                result.Add(new Kernel.Map(contract.Target, contract.Length, false, contract.IsOptional, new Expression.Element(copy), Accumulates: false));
            }
            else
            {
                result.Add(kernel);
            }
        }

        return result;
    }

    private bool IsCut(ValuePlan value) => value.Residence == Residence.Argument && value.Length % _line != 0;

    private string Copy(ValuePlan value)
    {
        ValuePlan copy = new("p" + value.Name, value.Symbol, value.Length, Residence.Local);
        _values.Add(copy.Name, copy);
        if (_laneOperands.Contains(value.Name))
        {
            _laneOperands.Add(copy.Name);
        }

        return copy.Name;
    }

    private static Kernel WithOperand(Kernel kernel, string name, string copy) => kernel switch
    {
        Kernel.Contract contract when contract.Vector == name => contract with { Vector = copy },
        Kernel.Outer outer => outer with { Left = outer.Left == name ? copy : outer.Left, Right = outer.Right == name ? copy : outer.Right },
        Kernel.Map { Accumulates: true, Expression: Expression.Element element } map when element.Value == name => map with { Expression = new Expression.Element(copy) },
        _ => kernel,
    };

    private List<Stage> Group(List<Kernel> kernels)
    {
        List<Stage> stages = [];
        List<Kernel> rows = [];
        for (int i = 0; i < kernels.Count; i++)
        {
            Stage? stage = kernels[i] switch
            {
                Kernel.Contract contract => Product(contract, kernels, ref i),
                Kernel.Outer or Kernel.Map { Accumulates: true } => new Stage.Gradient(kernels[i]),
                _ => null,
            };
            if (stage is null)
            {
                rows.Add(kernels[i]);
                continue;
            }

            Flush();
            stages.Add(stage);
        }

        Flush();
        return stages;

        void Flush()
        {
            if (rows.Count > 0)
            {
                stages.Add(new Stage.Rows(rows.ToEquatableArray()));
                rows.Clear();
            }
        }
    }

    /// <summary>A product with the element-wise kernels that follow it, as far as they need nothing but numbers of the same place.</summary>
    private Stage.Product Product(Kernel.Contract contract, List<Kernel> kernels, ref int index)
    {
        List<Kernel.Map> finish = [];

        // Sums along the lanes come in fours, and the last of a row one by one: functions are for the whole vectors of a row, unless there is one sum
        // only, or they take the place of the sums.
        bool takesFunctions = contract.Length == 1 || !RowForm.IsAcross(contract, _parameters) || kernels.Skip(index + 1).Any(kernel => kernel.Target == contract.Target);
        while (index + 1 < kernels.Count && kernels[index + 1] is Kernel.Map map && (takesFunctions || map.Expression.Functions == 0) && CanFinish(contract, map, finish))
        {
            finish.Add(map);
            index++;
        }

        if (index + 1 < kernels.Count && kernels[index + 1] is Kernel.Map last && CanEnd(contract, last, finish, ReadFrom(kernels, index + 2)))
        {
            finish.Add(last);
            index++;
        }

        HashSet<string> later = ReadFrom(kernels, index + 1);
        string[] made = [.. finish.Select(map => map.Target).Prepend(contract.Target).Distinct()];
        string[] stored = [.. made.Where(name => later.Contains(name) || _values[name].Residence == Residence.Argument)];
        string[] cleared = [.. stored.Where(name => _laneOperands.Contains(name) && contract.Length % _line != 0)];
        return new Stage.Product(contract, finish.ToEquatableArray(), stored.ToEquatableArray(), cleared.ToEquatableArray());
    }

    private bool CanFinish(Kernel.Contract contract, Kernel.Map map, List<Kernel.Map> before)
    {
        // Rows of the caller's are elsewhere.
        bool isHere = _values[map.Target].Residence != Residence.Argument || map.Target == contract.Target;
        return isHere && IsForEachSum(contract, map)
            && map.Reads.All(name => name == contract.Target || before.Any(other => other.Target == name) || IsBeside(name, contract.Length));
    }

    /// <summary>Whether the product may write to the caller's rows: if these are whole vectors, and all that remains of its sums.</summary>
    private bool CanEnd(Kernel.Contract contract, Kernel.Map map, List<Kernel.Map> before, HashSet<string> later)
    {
        string[] made = [contract.Target, .. before.Select(other => other.Target)];
        return _values[map.Target] is { Residence: Residence.Argument } target && !IsCut(target)
            && IsForEachSum(contract, map)
            && before.Append(map).SelectMany(other => other.Reads).All(name => made.Contains(name) || _values[name].Residence == Residence.Scalar)
            && !made.Any(later.Contains);
    }

    private static bool IsForEachSum(Kernel.Contract contract, Kernel.Map map) =>
        !map.Accumulates && map.Length == contract.Length && map.IsOptional == contract.IsOptional;

    private static HashSet<string> ReadFrom(List<Kernel> kernels, int index) => [.. kernels.Skip(index).SelectMany(kernel => kernel.Reads)];

    /// <summary>Whether a value has its number for each sum at the same place of another row, or one for all.</summary>
    private bool IsBeside(string name, int length) => _values[name].Residence switch
    {
        Residence.Scalar => true,
        Residence.Local => _values[name].Length == length,
        _ => false,
    };
}
