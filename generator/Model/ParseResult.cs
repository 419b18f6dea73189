using NetGen.Generator.Support;

namespace NetGen.Generator.Model;

/// <summary>What Parsing hands on.</summary>
/// <param name="Model">What was declared; null where nothing can be generated, because the type cannot be opened again.</param>
/// <param name="Findings">What is wrong with the type and the shape of the declaration.</param>
/// <param name="IsBroken">The compiler itself rejects an attribute of the declaration and says so: there is nothing for us to add, and no network to compile.</param>
internal sealed record ParseResult(NetworkModel? Model, EquatableArray<Finding> Findings, bool IsBroken)
{
    /// <summary>No network, and nothing to say.</summary>
    public static ParseResult Nothing { get; } = new(null, EquatableArray<Finding>.Empty, false);
}
