using System.Collections.Generic;
using System.Linq;

namespace NetGen.Generator.Emission;

/// <summary>
/// Short names for the functions that kernels call. They are private methods of the kernel class, so that no name of the user's can come between, and
/// only those that something asked for are written.
/// </summary>
internal sealed class Helpers(string number)
{
    private const string Elementary = "Elementary";

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

    /// <summary>A method of which there may be several under one stem; the same text is written once.</summary>
    /// <returns>Its name.</returns>
    public string Add(string stem, System.Func<string, string> define)
    {
        for (int i = 1; ; i++)
        {
            string name = stem + Literals.Int(i);
            string definition = define(name);
            if (!_requested.TryGetValue(name, out string? known))
            {
                _requested.Add(name, definition);
                return name;
            }

            if (known == definition)
            {
                return name;
            }
        }
    }

    /// <summary>The square of something longer than a name.</summary>
    public string Square(string type, string argument)
    {
        string key = $"Square({type})";
        if (!_requested.ContainsKey(key))
        {
            _requested.Add(key, $"private static {type} Square({type} z) => z * z;");
        }

        return $"Square({argument})";
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
            "Relu" => $"{head} Math.Max(z, 0);",
            "Max" => $"{head} Math.Max(a, b);",
            _ => $"{head} {Elementary}.{function}({string.Join(", ", names)});",
        };
    }
}
