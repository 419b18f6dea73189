using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission.Vectors;

/// <summary>What becomes of the sums of a product with a matrix: the bias where it is added last, the finish of the kernel, and the place of the result.</summary>
internal sealed class ProductFinish(RowContext context, Kernel.Contract contract)
{
    private readonly VectorForm _form = context.FormOf(contract.Length);

    /// <summary>The variable in which a vector of sums grows.</summary>
    public string Sum(int vector) => context.SumName(contract.Target, vector);

    /// <summary>A vector of the bias, which may be one number for all units.</summary>
    public string Bias(string bias, int vector) => context.Values[bias].Length == 1
        ? context.Names.Fill(_form, context.Number(bias, 0))
        : context.Vector(bias, vector);

    public void Declare(int vector, string sum) => context.Writer.Line($"{context.Names.Type(_form)} {Sum(vector)} = {sum};");

    /// <summary>From sums in their variable to the result.</summary>
    public void Write(int vector)
    {
        string sum = Sum(vector);
        string result = contract.Finish is { } finish ? context.Expression(_form, vector, sum).Write(finish) : sum;
        string name = context.Name(contract.Target, vector);
        if (result != name)
        {
            context.Writer.Line($"{name} = {result};");
        }

        if (contract.Length > 1)
        {
            context.Finished(contract.Target, vector);
        }
    }

    /// <summary>From an expression of sums without the bias to the result, which may be in the caller's memory.</summary>
    public void Assign(int vector, string sums)
    {
        if (contract.Initial is { } bias)
        {
            sums += $" + {Bias(bias, vector)}";
        }

        if (contract.Finish is { } finish)
        {
            string name = context.NewName("s");
            context.Writer.Line($"{context.Names.Type(_form)} {name} = {sums};");
            sums = context.Expression(_form, vector, name).Write(finish);
        }

        context.Assign(contract.Target, vector, sums);
    }
}
