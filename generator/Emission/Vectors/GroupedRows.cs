using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Vectors;

/// <summary>A narrow matrix of parameters, of which a vector holds several rows, and what one sample does with it.</summary>
internal sealed class GroupedRows(RowContext context, ParameterBlock block, RowGroups groups)
{
    private VectorForm Form => groups.Form;

    private VectorNames Names => context.Names;

    private SourceWriter Writer => context.Writer;

    /// <summary>The groups of a matrix, if it has any in vectors of this width.</summary>
    public static GroupedRows? Of(RowContext context, ParameterBlock block) =>
        RowGroups.Of(block.Storage, context.Form.Bits, context.Plan.ElementBytes, context.Plan.Profile) is { } groups ? new GroupedRows(context, block, groups) : null;

    /// <summary>A vector times the matrix: a product for every group, summed up over the groups.</summary>
    public void Multiply(Kernel.Contract contract)
    {
        string[] sums = [.. Enumerable.Range(0, groups.Chains).Select(_ => context.NewName("s"))];
        for (int vector = 0; vector < Form.Count; vector++)
        {
            string sum = sums[vector % groups.Chains];
            string factors = Factors(contract.Vector, vector);
            string start = vector > 0 || contract.Initial is not { } bias ? $"{factors} * {Load("θ", vector)}" : Names.MultiplyAdd(Form, factors, Load("θ", vector), InFirstGroup(bias));
            Writer.Line(vector < groups.Chains
                ? $"{Names.Type(Form)} {sum} = {start};"
                : $"{sum} = {Names.MultiplyAdd(Form, factors, Load("θ", vector), sum)};");
        }

        foreach (string sum in sums.Skip(1))
        {
            Writer.Line($"{sums[0]} += {sum};");
        }

        ProductFinish finish = new(context, contract);
        finish.Declare(0, SumOfGroups(sums[0]));
        finish.Write(0);
    }

    /// <summary>The rows of the matrix times a vector.</summary>
    public void MultiplyTransposed(Kernel.Contract contract)
    {
        string factors = Repeated(contract.Vector);
        VectorForm target = context.FormOf(contract.Length);
        ProductFinish finish = new(context, contract);
        int needed = (target.Lanes + groups.PerVector - 1) / groups.PerVector;
        for (int vector = 0; vector < target.Count; vector++)
        {
            string[] products = [.. Enumerable.Range(vector * needed, needed).Where(v => v < Form.Count).Select(v => Product(factors, v))];
            string sums = groups.Width == 1 ? products[0] : SumsOfRows(products, target);
            finish.Assign(vector, contract.Initial is { } bias ? $"{sums} + {finish.Bias(bias, vector)}" : sums);
        }
    }

    /// <summary>A sample's share of the gradient of the matrix.</summary>
    public void AddGradient(Kernel.Outer outer)
    {
        string right = Repeated(outer.Right);
        for (int vector = 0; vector < Form.Count; vector++)
        {
            string sum = Names.MultiplyAdd(Form, Factors(outer.Left, vector), right, Load("g", vector));
            Writer.Line(Names.Store(Form, Elements(sum, vector), "g", block.Offset + (vector * Form.Lanes)) + ";");
        }
    }

    /// <summary>Names what a kernel that may be left out shares with others.</summary>
    public void Prepare(Kernel.Contract contract) => Repeated(contract.Vector);

    /// <summary>The bias where the sums of the first group begin, 0 in the others.</summary>
    private string InFirstGroup(string bias) => groups.Width == 1
        ? $"{Names.Class(Form)}.CreateScalar({context.Number(bias, 0)})"
        : VectorNames.Widened(context.FormOf(groups.Columns), Form, context.Values[bias].Length == 1 ? Names.Fill(context.FormOf(groups.Columns), context.Number(bias, 0)) : context.Vector(bias, 0));

    private string Load(string source, int vector) => Names.Load(Form, source, block.Offset + (vector * Form.Lanes));

    /// <summary>The numbers that the rows in a vector belong to, each as often as a row is wide.</summary>
    private string Factors(string value, int vector)
    {
        if (groups.Width == 1)
        {
            return context.Vector(value, vector);
        }

        VectorForm form = context.FormOf(groups.Form.Length / groups.Width);
        int first = vector * groups.PerVector;
        string source = context.Vector(value, first / form.Lanes);
        IEnumerable<int> lanes = Enumerable.Range(0, Form.Lanes).Select(lane => (first % form.Lanes) + (lane / groups.Width));
        return context.Shared($"{value} from {first}, {groups.Width} times", Form, Names.Shuffle(form, Form, source, lanes));
    }

    /// <summary>A vector of one row, for every group again.</summary>
    private string Repeated(string value)
    {
        if (groups.Width == 1)
        {
            return context.Shared($"{value} everywhere", Form, Names.Fill(Form, context.Number(value, 0)));
        }

        IEnumerable<int> lanes = Enumerable.Range(0, Form.Lanes).Select(lane => lane % groups.Width);
        return context.Shared($"{value} every {groups.Width}", Form, Names.Shuffle(context.FormOf(groups.Columns), Form, context.Vector(value, 0), lanes));
    }

    private string Product(string factors, int vector)
    {
        string name = context.NewName("p");
        Writer.Line($"{Names.Type(Form)} {name} = {factors} * {Load("θ", vector)};");
        return name;
    }

    /// <summary>One row of sums: halves are added until no more than a row is left.</summary>
    private string SumOfGroups(string sum)
    {
        if (groups.Width == 1)
        {
            return $"Lanes.Sum({sum})";
        }

        VectorForm form = Form;
        string halves = Halves(sum);
        while (form.Lanes / 2 > groups.Width)
        {
            form = new VectorForm(form.Length, form.Bits / 2, form.Lanes / 2);
            string name = context.NewName("s");
            Writer.Line($"{Names.Type(form)} {name} = {halves};");
            halves = Halves(name);
        }

        return halves;

        static string Halves(string vector) => $"{vector}.GetLower() + {vector}.GetUpper()";
    }

    /// <summary>The sums of rows from several vectors, in the order of the rows.</summary>
    private string SumsOfRows(string[] products, VectorForm target)
    {
        string sums = context.NewName("s");
        Writer.Line($"{Names.Type(Form)} {sums} = Lanes.SumsOf{Literals.Int(groups.Width)}({string.Join(", ", products.Concat(Enumerable.Repeat(Names.Zero(Form), groups.Width - products.Length)))});");

        // The sums of a vector stand beside each other; row r of the target is row r % PerVector of vector r / PerVector.
        return Names.Shuffle(Form, target, sums, Enumerable.Range(0, target.Lanes).Select(row => (row % groups.PerVector * groups.Width) + (row / groups.PerVector)));
    }

    /// <summary>Padding stays 0, even where a factor is NaN.</summary>
    private string Elements(string sum, int vector)
    {
        bool[] isElement = [.. Enumerable.Range(0, Form.Lanes).Select(lane => groups.IsElement(vector, lane))];
        if (isElement.All(yes => yes))
        {
            return sum;
        }

        string mask = string.Join(", ", isElement.Select(yes => yes ? "-1" : "0"));
        string name = context.Shared($"mask {mask}", Form, Names.Mask(Form, isElement));
        return $"({sum} & {name})";
    }
}
