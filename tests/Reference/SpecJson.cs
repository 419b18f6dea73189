using System.Text.Json;
using System.Text.Json.Serialization;

namespace NetGen.Reference;

/// <summary>Reads and writes specifications as JSON; property names in camel case, defaults left out where null.</summary>
public static class SpecJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        // Numbers beyond the finite stand in the data by name.
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // A misspelt property in the data would otherwise silently mean a default.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static string ToJson(this NetworkSpec spec) => JsonSerializer.Serialize(spec, Options);

    public static NetworkSpec FromJson(string json) => JsonSerializer.Deserialize<NetworkSpec>(json, Options)!;
}
