using System.Linq;
using NetGen.Generator.Support;

namespace NetGen.Generator.Model;

/// <summary>Where the generated members go: everything that is needed to open the user's type again.</summary>
/// <param name="Namespace">Dotted, with @ before keywords; empty for the global namespace.</param>
/// <param name="Containers">The types around it, outermost first.</param>
/// <param name="Name">The identifier, with @ before a keyword.</param>
/// <param name="TypeParameters"><c>&lt;T, U&gt;</c> with @ before keywords, or empty.</param>
/// <param name="HintName">The name of the generated file, unique in the compilation whatever the case of letters.</param>
/// <param name="Hidden">Names of generated members that an accessible inherited member has, and which <c>new</c> must hide.</param>
/// <param name="Omitted">Keys of generated members (<see cref="GeneratedMember.Key"/>) that the user's own members leave no room for.</param>
internal sealed record TypeModel(
    string Namespace,
    EquatableArray<ContainerModel> Containers,
    string Name,
    string TypeParameters,
    string HintName,
    EquatableArray<string> Hidden,
    EquatableArray<string> Omitted)
{
    /// <summary>The name with namespace, containers and type parameters, such as <c>Demo.Outer&lt;T&gt;.Net</c>.</summary>
    public string FullName => string.Join(".", new[] { Namespace }.Concat(Containers.Select(container => container.Name)).Append(Name + TypeParameters).Where(name => name.Length > 0));
}

/// <summary>A type around the network.</summary>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>record</c>, <c>record struct</c> or <c>interface</c>.</param>
/// <param name="Name">The identifier and its type parameters.</param>
internal sealed record ContainerModel(string Keyword, string Name);
