using System.Linq;
using NetGen.Generator.Support;

namespace NetGen.Generator.Model;

/// <summary>One layer attribute, read without knowing what it means: argument name → value.</summary>
/// <param name="Kind">The name of the attribute class without its suffix, such as <c>Dense</c>.</param>
/// <param name="Arguments">Constructor arguments under their parameters' names, defaults included, then the named options that were written.</param>
internal sealed record LayerModel(string Kind, EquatableArray<LayerArgument> Arguments)
{
    /// <summary>The value of an argument, or the default where it was not written.</summary>
    public T Get<T>(string name, T fallback) => Find(name) is T value ? value : fallback;

    public bool Has(string name) => Arguments.Any(argument => argument.Name == name);

    private object? Find(string name) => Arguments.FirstOrDefault(argument => argument.Name == name)?.Value;
}

/// <summary>An argument of a layer attribute.</summary>
/// <param name="Name">The constructor parameter's name (<c>units</c>) or the property's (<c>Alpha</c>).</param>
/// <param name="Value">An int, double, bool or string; an enum stands as its int. Null for a null string.</param>
internal sealed record LayerArgument(string Name, object? Value);
