using System.IO;
using System.Text.Json;

namespace NetGen.Tests;

/// <summary>The JSON files in <c>Data/</c>, which the scripts in <c>tests/pytorch</c> write.</summary>
internal static class JsonData
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static T Read<T>(string file)
    {
        using Stream stream = typeof(JsonData).Assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }
}
