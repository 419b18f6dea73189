using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Tests.Support;

namespace NetGen.Generator.Tests.Hostile;

/// <summary>Valid code, however odd, compiles without a word of the compiler's or NetGen's.</summary>
internal static class HostileTest
{
    /// <summary>Declarations that together lead to every kind of generated code.</summary>
    private static readonly string[] Declarations =
    [
        """
        [global::NetGen.Network(3, L2 = 1e-4)]
        [global::NetGen.Dense(4, global::NetGen.Activation.Relu)]
        [global::NetGen.Dense(2, global::NetGen.Activation.Softmax)]
        [global::NetGen.Loss(global::NetGen.LossFunction.CrossEntropy)]
        """,
        """
        [global::NetGen.Network(3, 2, Precision = global::NetGen.Precision.Double, Unroll = global::NetGen.Unroll.None)]
        [global::NetGen.Dense(4, global::NetGen.Activation.Gelu, Bias = global::NetGen.Bias.Shared, L2 = 0.5)]
        [global::NetGen.Dense(3, global::NetGen.Activation.Sigmoid)]
        [global::NetGen.Loss(global::NetGen.LossFunction.BinaryCrossEntropy)]
        """,
        "[global::NetGen.Network(3)] [global::NetGen.Dense(4, global::NetGen.Activation.Elu, Bias = global::NetGen.Bias.None)]",
    ];

    /// <summary>The versions of C# that the Roslyn of this test run knows, from one on.</summary>
    public static IEnumerable<LanguageVersion> VersionsFrom(LanguageVersion first) => Enum.GetValues<LanguageVersion>()
        .Where(version => version >= first && version < LanguageVersion.LatestMajor)
        .Append(LanguageVersion.Preview)
        .Where(_ => Enum.IsDefined(first));

    /// <summary>Compiles a source, % standing for the attributes of a network, in the oldest C# that knows its words and in the newest.</summary>
    public static void AssertClean(string source, double version = 9, TestOptions? options = null)
    {
        // 7.3 is 703, 9 is 900. There may be none, where the Roslyn of this test run is older than the words of the source.
        LanguageVersion[] versions = [.. VersionsFrom((LanguageVersion)(int)(version * 100))];
        if (versions.Length > 0)
        {
            AssertClean(source, Declarations[0], versions[0], options);
            AssertClean(source, Declarations[1], versions[^1], options);
        }
    }

    /// <summary>Compiles a source with every declaration in one version of C#.</summary>
    public static void AssertClean(string source, LanguageVersion version)
    {
        foreach (string declaration in Declarations)
        {
            AssertClean(source, declaration, version, options: null);
        }
    }

    private static void AssertClean(string source, string declaration, LanguageVersion version, TestOptions? options) =>
        GeneratorTest.Run(source.Replace("%", declaration), (options ?? new TestOptions()) with { Language = version }).AssertClean();
}
