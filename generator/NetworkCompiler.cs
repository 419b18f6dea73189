using System;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Support;

namespace NetGen.Generator;

/// <summary>The whole flow as pure functions from a model to a file; no Roslyn.</summary>
internal static class NetworkCompiler
{
    /// <summary>What Lowering and Planning have to say of a declaration.</summary>
    public static EquatableArray<Finding> Check(NetworkModel model) => EquatableArray<Finding>.Empty;

    /// <summary>The text of the generated file.</summary>
    /// <param name="model">The declaration.</param>
    /// <param name="errors">The texts of the errors that Parsing found: with any, every member throws.</param>
    /// <param name="describe">Turns a finding into the text the user reads, its id in front; null for one that is no error.</param>
    public static string Compile(NetworkModel model, EquatableArray<string> errors, Func<Finding, string?> describe) => "";
}
