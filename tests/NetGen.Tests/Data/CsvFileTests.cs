using System;
using System.IO;
using System.Linq;
using System.Text;
using NetGen.Data;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Tests.Data;

public class CsvFileTests
{
    private static readonly CsvOptions Species = new() { Label = "species" };

    [Fact]
    public void Names_of_classes_become_labels()
    {
        Dataset<float> flowers = Read("width,species,length\r\n1.5,virginica,-2e1\r\n0,setosa,3\r\n1,virginica,4\r\n", Species);

        Assert.Equal([1.5f, -20, 0, 3, 1, 4], flowers.Inputs.ToArray());
        Assert.Equal(2, flowers.InputSize);
        Assert.Equal([1, 0, 1], flowers.Labels.ToArray());
        Assert.Equal(["setosa", "virginica"], flowers.ClassNames!);
    }

    [Fact]
    public void Given_names_decide_the_labels()
    {
        Dataset<float> flowers = Read("x,species\n1,setosa\n2,virginica\n", new CsvOptions { Label = "species", ClassNames = ["virginica", "versicolor", "setosa"] });

        Assert.Equal([2, 0], flowers.Labels.ToArray());
        Assert.Equal(["virginica", "versicolor", "setosa"], flowers.ClassNames!);
    }

    [Fact]
    public void Whole_numbers_are_labels_as_they_are()
    {
        Dataset<float> digits = Read("digit,pixel\n10,0\n2,255\n", new CsvOptions { Label = "digit" });

        Assert.Equal([10, 2], digits.Labels.ToArray());
        Assert.Null(digits.ClassNames);
        Assert.Equal(["-1", "1"], Read("y,x\n1,0\n-1,0\n", new CsvOptions { Label = "y" }).ClassNames!);
    }

    [Fact]
    public void Targets_and_inputs_may_be_chosen()
    {
        Dataset<float> houses = Read("a,b,c,d\n1,2,3,x\n4,5,6,\n", new CsvOptions { Targets = ["c", "a"], Inputs = ["b"] });

        Assert.Equal([2, 5], houses.Inputs.ToArray());
        Assert.Equal([3, 1, 6, 4], houses.Targets.ToArray());
        Assert.Equal(2, houses.TargetSize);
    }

    [Fact]
    public void Without_a_header_columns_have_numbers()
    {
        Dataset<float> dataset = Read("1;2;3\n4;5;6", new CsvOptions { Targets = ["2"], HasHeader = false, Separator = ';' });

        Assert.Equal([1, 3, 4, 6], dataset.Inputs.ToArray());
        Assert.Equal([2, 5], dataset.Targets.ToArray());
    }

    [Fact]
    public void Quotes_hold_separators_quotes_and_ends_of_lines()
    {
        Dataset<float> dataset = Read("\"x\",\"a \"\"good\"\", \r\nlong name\"\r\n\"1\",\"b,\nc\"\n2,\"\"\"\"\n", new CsvOptions { Label = "a \"good\", \r\nlong name" });

        Assert.Equal([1, 2], dataset.Inputs.ToArray());
        Assert.Equal(["\"", "b,\nc"], dataset.ClassNames!);
        Assert.Equal([1, 0], dataset.Labels.ToArray());
    }

    [Fact]
    public void Doubles_keep_every_bit()
    {
        double[] numbers = [Math.PI, 1e-310, -double.MaxValue, double.Epsilon, 0.1];
        string text = "x,y\n" + string.Concat(numbers.Select(x => FormattableString.Invariant($"{x:R},{x:R}\n")));

        Dataset<double> dataset = CsvFile.Read<double>(new StringReader(text), new CsvOptions { Targets = ["y"] });

        Assert.Equal(numbers, dataset.Inputs.ToArray());
        Assert.Equal(numbers, dataset.Targets.ToArray());
    }

    [Fact]
    public void Floats_are_rounded_once()
    {
        // Half-way between two floats and a little more: by way of double it becomes the even one, 1.
        Assert.Equal(MathF.BitIncrement(1), Read("x,y\n1.0000000596046447754,0\n", new CsvOptions { Targets = ["y"] }).Inputs.Span[0]);
    }

    [Fact]
    public void Fields_may_be_longer_than_any_buffer()
    {
        string name = new('n', 100_000);
        string text = $"x,{name}\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => FormattableString.Invariant($"{i},{i % 7}\n")));
        Dataset<float> dataset = Read(text, new CsvOptions { Label = name });

        Assert.Equal(Enumerable.Range(0, 5000).Select(i => (float)i), dataset.Inputs.ToArray());
        Assert.Equal(Enumerable.Range(0, 5000).Select(i => i % 7), dataset.Labels.ToArray());
    }

    [Theory]
    [InlineData("", "line 1, column 1: expected at least one record, found an empty file.")]
    [InlineData("x,species\n", "line 2, column 1: expected at least one record below the header, found none.")]
    [InlineData("x,spezies\n1,a\n", "line 1, column 1: expected a column 'species', found x, spezies.")]
    [InlineData("x,,species\n1,2,a\n", "line 1, column 2: expected the name of the column, found none.")]
    [InlineData("x,species,x\n1,a,2\n", "line 1, column 3: the name 'x' is that of column 1 too.")]
    [InlineData("species\na\n", "line 1, column 1: no column is left for the inputs.")]
    [InlineData("x,species\n1,a\n,b\n", "line 3, column 1: the value of x is missing.")]
    [InlineData("x,species\n1,a\n  ,b\n", "line 3, column 1: the value of x is missing.")]
    [InlineData("x,species\n1,\"\"\n", "line 2, column 2: the value of species is missing.")]
    [InlineData("x,species\n1,a\n1.5.2,b\n", "line 3, column 1: expected a finite number for x, found '1.5.2'.")]
    [InlineData("x,species\n\"1,5\",a\n", "line 2, column 1: expected a finite number for x, found '1,5'.")]
    [InlineData("x,species\nNA,a\n", "line 2, column 1: expected a finite number for x, found 'NA'.")]
    [InlineData("x,species\nNaN,a\n", "line 2, column 1: expected a finite number for x, found 'NaN'.")]
    [InlineData("x,species\n1e39,a\n", "line 2, column 1: expected a finite number for x, found '1e39'.")]
    [InlineData("x,species\n1,a\n1\n", "line 3, column 2: expected 2 fields, found 1.")]
    [InlineData("x,species\n1,a,2\n", "line 2, column 3: expected 2 fields, found 3.")]
    [InlineData("x,species\n1,a\n\n2,b\n", "line 3, column 2: expected 2 fields, found an empty line.")]
    [InlineData("x,species\n\"1\n2\",a\n", "line 2, column 1: expected a finite number for x, found '1\n2'.")]
    [InlineData("x,species\n1,\"a\nb\r\nc\rd\"\nx,y\n", "line 6, column 1: expected a finite number for x, found 'x'.")]
    [InlineData("x,species\n1,a\"b\n", "line 2, column 2: a quote inside a field that does not begin with one; quote the whole field and double the quotes inside.")]
    [InlineData("x,species\n1,\"a\"b\n", "line 2, column 2: text behind the closing quote; a quote inside a quoted field is doubled.")]
    [InlineData("x,species\n1,a\n2,\"b\n3,c\n", "line 3, column 2: the quoted field has no end.")]
    public void Errors_have_file_line_and_column(string text, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => CsvFile.Read<float>(new StringReader(text), Species, "iris.csv"));

        Assert.Equal("iris.csv, " + message, error.Message);
    }

    [Fact]
    public void A_class_that_was_not_given_is_an_error()
    {
        var error = Assert.Throws<InvalidDataException>(() => Read("x,species\n1,a\n1,c\n", new CsvOptions { Label = "species", ClassNames = ["a", "b"] }));

        Assert.Equal("the text, line 3, column 2: expected one of a, b for species, found 'c'.", error.Message);
    }

    [Fact]
    public void Options_that_contradict_each_other_are_an_error()
    {
        Assert.Throws<ArgumentException>(() => Read("x,y\n1,2\n", new CsvOptions()));
        Assert.Throws<ArgumentException>(() => Read("x,y\n1,2\n", new CsvOptions { Targets = [] }));
        Assert.Throws<ArgumentException>(() => Read("x,y\n1,2\n", new CsvOptions { Label = "x", Targets = ["y"] }));
        Assert.Throws<ArgumentException>(() => Read("x,y\n1,2\n", new CsvOptions { Label = "x", ClassNames = ["1", "1"] }));
        Assert.Throws<ArgumentException>(() => Read("x,y\n1,2\n", new CsvOptions { Label = "x", Separator = '"' }));
    }

    [Fact]
    public void Files_are_UTF8_with_a_byte_order_mark_or_without()
    {
        using var folder = new TemporaryFolder();
        var options = new CsvOptions { Label = "größe" };
        foreach (bool hasMark in new[] { true, false })
        {
            File.WriteAllText(folder["a.csv"], "größe,x\nklein,1\n", new UTF8Encoding(hasMark));
            Assert.Equal(["klein"], CsvFile.Read<float>(folder["a.csv"], options).ClassNames!);
        }

        File.WriteAllText(folder["latin.csv"], "größe,x\nklein,1\n", Encoding.Latin1);
        var error = Assert.Throws<InvalidDataException>(() => CsvFile.Read<float>(folder["latin.csv"], options));
        Assert.Equal($"{folder["latin.csv"]}, line 1, column 1: expected text in UTF-8, found bytes that are none.", error.Message);
    }

    private static Dataset<float> Read(string text, CsvOptions options) => CsvFile.Read<float>(new StringReader(text), options);
}
