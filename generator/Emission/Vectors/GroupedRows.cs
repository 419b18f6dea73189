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

    /// <summary>A vector times the matrix, or the matrix times a vector.</summary>
    public void Multiply(Kernel.Contract contract)
    {
        ProductFinish finish = new(context, contract);
        if (contract.IsTransposed && groups.HasColumns)
        {
            ByColumns(contract, finish);
        }
        else if (contract.IsTransposed)
        {
            Across(contract, finish);
        }
        else
        {
            Along(contract, finish);
        }
    }

    /// <summary>A sample's share of the gradient of the matrix.</summary>
    public void AddGradient(Kernel.Outer outer)
    {
        string right = Repeated(outer.Right);
        string kept = context.Kept(block, Form);
        for (int vector = 0; vector < Form.Count; vector++)
        {
            string sum = Names.MultiplyAdd(Form, Factors(outer.Left, vector), right, kept + Load("g", vector));
            Writer.Line(Names.Store(Form, Elements(sum, vector), "g", block.Offset + (vector * Form.Lanes)) + ";");
        }
    }

    /// <summary>Names what a kernel that may be left out shares with others.</summary>
    public void Prepare(Kernel.Contract contract)
    {
        if (groups.HasColumns)
        {
            Numbers(contract);
        }
        else
        {
            Repeated(contract.Vector);
        }
    }

    /// <summary>A product for every group, summed up over the groups. The bias begins the sum of the first one.</summary>
    private void Along(Kernel.Contract contract, ProductFinish finish)
    {
        string[] sums = [.. Enumerable.Range(0, groups.Chains).Select(_ => context.NewName("s"))];
        for (int vector = 0; vector < Form.Count; vector++)
        {
            string sum = sums[vector % groups.Chains];
            string factors = Factors(contract.Vector, vector);
            string? addend = vector >= groups.Chains ? sum : vector == 0 && contract.Initial is { } bias ? InFirstGroup(finish.Bias(bias, 0)) : null;
            string product = addend is null ? $"{factors} * {Load("θ", vector)}" : Names.MultiplyAdd(Form, factors, Load("θ", vector), addend);
            Writer.Line($"{(vector < groups.Chains ? Names.Type(Form) + " " : "")}{sum} = {product};");
        }

        foreach (string sum in sums.Skip(1))
        {
            Writer.Line($"{sums[0]} += {sum};");
        }

        finish.Declare(0, SumOfGroups(sums[0]));
        finish.Write(0);
    }

    /// <summary>Products lane by lane, summed up over the rows.</summary>
    private void Across(Kernel.Contract contract, ProductFinish finish)
    {
        string factors = Repeated(contract.Vector);
        VectorForm target = context.FormOf(contract.Length);
        int needed = (target.Lanes + groups.PerVector - 1) / groups.PerVector;
        for (int vector = 0; vector < target.Count; vector++)
        {
            string[] products = [.. Enumerable.Range(vector * needed, needed).Where(v => v < Form.Count).Select(v => Product(factors, v))];
            finish.Assign(vector, groups.Width == 1 ? products[0] : SumsOfRows(products, target));
        }
    }

    /// <summary>Every number times a column, which is there before the number is: the sums grow in the lanes.</summary>
    private void ByColumns(Kernel.Contract contract, ProductFinish finish)
    {
        VectorForm target = context.FormOf(contract.Length);
        string[] numbers = Numbers(contract);
        int needed = target.Lanes / groups.PerVector;
        for (int vector = 0; vector < target.Count; vector++)
        {
            string[] columns = Columns(Enumerable.Range(vector * needed, needed).Where(v => v < Form.Count), target);
            string sum = $"{numbers[0]} * {columns[0]}";
            for (int j = 1; j < columns.Length; j++)
            {
                string name = context.NewName("s");
                Writer.Line($"{Names.Type(target)} {name} = {sum};");
                sum = Names.MultiplyAdd(target, numbers[j], columns[j], name);
            }

            finish.Assign(vector, sum);
        }
    }

    /// <summary>The columns of some vectors of rows; those of the padding have a name, too, because "_" may be that of a class.</summary>
    private string[] Columns(IEnumerable<int> vectors, VectorForm target)
    {
        string[] columns = [.. Enumerable.Range(0, groups.Width).Select(_ => context.NewName("c"))];
        IEnumerable<string> rows = vectors.Select(vector => Load("θ", vector)).Concat(Enumerable.Repeat(Names.Zero(Form), groups.Width)).Take(groups.Width);
        Writer.Line($"Lanes.Columns({string.Join(", ", rows.Concat(columns.Select(column => $"out {Names.Type(Form)} {column}")))});");
        return [.. columns.Take(groups.Columns).Select(column => VectorNames.Narrowed(Form, target, column))];
    }

    /// <summary>The numbers of the vector that is multiplied, each in all lanes.</summary>
    private string[] Numbers(Kernel.Contract contract)
    {
        VectorForm target = context.FormOf(contract.Length);
        string vector = context.Vector(contract.Vector, 0);
        return [.. Enumerable.Range(0, groups.Columns).Select(j => context.Shared($"{contract.Vector} {j}, {target.Bits}", target, Names.Fill(target, VectorNames.Lane(vector, j))))];
    }

    /// <summary>A row where the first group stands, 0 in the others.</summary>
    private string InFirstGroup(string row)
    {
        VectorForm form = context.FormOf(groups.Columns);
        return groups.Width == 1 ? $"{Names.Class(Form)}.CreateScalar({row})"
            : VectorNames.Widened(form, Form, groups.Width < form.Lanes ? Names.KeepFirst(row, groups.Width) : row);
    }

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

    /// <summary>One row of sums: halves are added until no more than a row is left; in the narrowest vector, each to the other.</summary>
    private string SumOfGroups(string sum)
    {
        if (groups.Width == 1)
        {
            return $"Lanes.Sum({sum})";
        }

        VectorForm form = Form;
        string halves = Halves(form, sum);
        while (form.Lanes / 2 > groups.Width)
        {
            form = new VectorForm(form.Length, form.Bits / 2, form.Lanes / 2);
            string name = context.NewName("s");
            Writer.Line($"{Names.Type(form)} {name} = {halves};");
            halves = Halves(form, name);
        }

        return halves;

        string Halves(VectorForm of, string vector) => of.Bits == VectorForm.NarrowestBits
            ? $"{vector} + {Names.Shuffle(of, of, vector, [2, 3, 0, 1])}"
            : $"{vector}.GetLower() + {vector}.GetUpper()";
    }

    /// <summary>The sums of rows from several vectors, in the order of the rows.</summary>
    private string SumsOfRows(string[] products, VectorForm target)
    {
        string sums = context.NewName("s");
        Writer.Line($"{Names.Type(Form)} {sums} = Lanes.SumsOf{Literals.Int(groups.Width)}({string.Join(", ", products.Concat(Enumerable.Repeat(Names.Zero(Form), groups.Width - products.Length)))});");

        // Row r of the target is row r % PerVector of vector r / PerVector. Of as many vectors as a narrow one has lanes the sums of the first rows stand beside each other,
        // then those of the next.
        int lanes = VectorForm.LanesFor(2, VectorForm.NarrowestBits, context.Plan.ElementBytes);
        return Names.Shuffle(Form, target, sums, Enumerable.Range(0, target.Lanes).Select(row => PlaceOf(row % groups.PerVector, row / groups.PerVector)));

        int PlaceOf(int row, int vector) => (((vector / lanes * groups.PerVector) + row) * lanes) + (vector % lanes);
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
