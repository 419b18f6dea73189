extern alias NetGenLibrary;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Documentation;

/// <summary>What the README of the library shows compiles: its programs, and every line of the table for those who come from PyTorch or Keras.</summary>
public sealed class LibraryReadmeTests
{
    private const string Usings =
        "using NetGen; using NetGen.Data; using NetGen.Optimizers; using NetGen.Persistence; using NetGen.Training;\n";

    private const string Network =
        """

        [Network(4)]
        [Dense(3, Activation.Softmax)]
        [Loss(LossFunction.CrossEntropy)]
        partial class Net;
        """;

    private static readonly string Readme = Repository.Read("src/README.md").Replace("\r\n", "\n", StringComparison.Ordinal);

    private static readonly TestOptions Program = new() { IsProgram = true };

    private static IEnumerable<string> Blocks =>
        Regex.Matches(Readme, "^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline).Select(match => match.Groups[1].Value);

    /// <summary>The fragments of code in the table's last column, by line.</summary>
    private static IEnumerable<string[]> Rows =>
        from line in Readme.Split('\n').SkipWhile(line => !line.StartsWith("| PyTorch | Keras | NetGen |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
        select Regex.Matches(line.Split('|')[^2], "`([^`]+)`").Select(match => match.Groups[1].Value).ToArray();

    [FactSince(12)]
    public void DataAndFilesCompile()
    {
        string[] blocks = [.. Blocks.TakeWhile(block => !block.Contains("class DigitNet", StringComparison.Ordinal))];
        Assert.Equal(2, blocks.Length);
        GeneratorTest.Run(Usings + "var network = new Net(); float[] input = new float[Net.InputSize];\n" + string.Concat(blocks) + Network, Program).AssertClean();
    }

    [FactSince(12)]
    public void TheWholeTrainingCompiles()
    {
        string program = Blocks.Single(block => block.Contains("class DigitNet", StringComparison.Ordinal));
        const string Start = "var network = new DigitNet();\n";
        Assert.Contains(Start, program, StringComparison.Ordinal);
        GeneratorTest.Run(program.Replace(Start, "float[] inputs = new float[784];\nint[] labels = new int[1];\n" + Start, StringComparison.Ordinal), Program).AssertClean();
    }

    [FactSince(12)]
    public void EveryLineOfTheTableCompiles()
    {
        StringBuilder statements = new();
        StringBuilder declarations = new();
        int count = 0;
        foreach (string[] row in Rows)
        {
            Assert.NotEmpty(row);
            foreach (string code in row)
            {
                count++;
                if (code.StartsWith('['))
                {
                    declarations.Append($"namespace Row{count}\n{{\n{Declaration(code, row)}\n}}\n");
                }
                else if (!Enum.TryParse(code, out Activation _))
                {
                    statements.Append(Statement(code)).Append('\n');
                }
            }
        }

        Assert.InRange(count, 45, 100);
        const string Variables =
            """
            var network = new Net();
            IOptimizer<float> optimizer = new Sgd<float>(0.1);
            var trainer = new Trainer<float>(network, optimizer);
            float[] inputs = new float[4], targets = new float[3], outputs = new float[3], gradients = new float[Net.StorageLength];
            int[] labels = new int[1];
            float learningRate = 0.1f, loss = 0;
            int epochs = 1;
            string path = "";
            var data = new Dataset<float>(inputs, 4, labels);
            TrainingHistory history = trainer.Fit(data, epochs);
            TrainingState<float> state = trainer.Capture();
            Save(state);
            Console.WriteLine(loss);
            static void Save(TrainingState<float> state) => Console.WriteLine(state.Epoch);

            """;
        GeneratorTest.Run("using System;" + Usings + Variables + statements + Network + "\n" + declarations, Program).AssertClean();
    }

    /// <summary>A network that has the attributes of a fragment, and what it lacks.</summary>
    private static string Declaration(string code, string[] row)
    {
        string attributes = code.Replace(" …", "", StringComparison.Ordinal).Replace(" partial class Net", "", StringComparison.Ordinal);
        string activation = row.FirstOrDefault(other => Enum.TryParse(other, out Activation _)) ?? nameof(Activation.Identity);
        return (attributes.Contains("[Network", StringComparison.Ordinal) ? "" : "[Network(4)] ") + attributes
            + (attributes.Contains("[Dense", StringComparison.Ordinal) ? "" : $" [Dense(3, Activation.{activation})]")
            + (attributes.Contains("[Loss", StringComparison.Ordinal) ? "" : " [Loss(LossFunction.SquaredError)]") + " partial class Net;";
    }

    /// <summary>A fragment as a statement: an option of the trainer is set, a call is made, of anything else the value is taken.</summary>
    private static string Statement(string code)
    {
        bool isOption = Regex.IsMatch(code, "^[A-Z][A-Za-z]*( = |$)");
        return isOption ? (code.Contains('=', StringComparison.Ordinal) ? $"trainer.{code};" : $"_ = trainer.{code};")
            : code.StartsWith("loss = ", StringComparison.Ordinal) || (code.EndsWith(')') && !code.StartsWith("new ", StringComparison.Ordinal)) ? code + ";"
            : $"_ = {code};";
    }
}
