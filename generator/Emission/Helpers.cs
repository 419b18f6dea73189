using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Emission;

/// <summary>
/// Short names for the functions that kernels call. They are private methods of the kernel class, so that no name of the user's can come between, and
/// only those that something asked for are written.
/// </summary>
internal sealed class Helpers(string number)
{
    private const string Elementary = "global::NetGen.Numerics.Elementary";

    private readonly SortedDictionary<string, string> _requested = new(System.StringComparer.Ordinal);

    /// <summary>A call with arguments as text.</summary>
    public string Call(string function, params string[] arguments)
    {
        if (!_requested.ContainsKey(function))
        {
            _requested.Add(function, Define(function, arguments.Length));
        }

        return $"{function}({string.Join(", ", arguments)})";
    }

    public void Write(SourceWriter writer)
    {
        foreach (string definition in _requested.Values)
        {
            writer.Line();
            writer.Line(definition);
        }
    }

    private string Define(string function, int arity)
    {
        string[] names = arity == 1 ? ["z"] : ["a", "b"];
        string head = $"private static {number} {function}({string.Join(", ", names.Select(name => $"{number} {name}"))}) =>";
        return function switch
        {
            "Square" => $"{head} z * z;",
            "Relu" => $"{head} global::System.Math.Max(z, 0);",
            "Max" => $"{head} global::System.Math.Max(a, b);",
            _ => $"{head} {Elementary}.{function}({string.Join(", ", names)});",
        };
    }
}
