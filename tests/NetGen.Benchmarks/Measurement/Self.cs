using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace NetGen.Benchmarks.Measurement;

/// <summary>This program in another process: where nothing has been compiled yet, or with another environment.</summary>
internal static class Self
{
    /// <summary>How to start it, whether it runs by its own name or as an argument of dotnet.</summary>
    public static (string Program, IEnumerable<string> Arguments) Command(params IEnumerable<string> arguments)
    {
        string program = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? (program, [typeof(Self).Assembly.Location, .. arguments])
            : (program, arguments);
    }

    /// <summary>Runs a command that prints one value as JSON.</summary>
    public static T Ask<T>(params IEnumerable<string> arguments)
    {
        (string program, IEnumerable<string> all) = Command(arguments);
        return JsonSerializer.Deserialize<T>(Tool.Run(program, all))!;
    }

    /// <summary>The other side of <see cref="Ask{T}"/>.</summary>
    public static void Answer<T>(T value) => Console.WriteLine(JsonSerializer.Serialize(value));
}
