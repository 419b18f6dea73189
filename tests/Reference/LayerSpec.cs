using System.Text.Json.Serialization;

namespace NetGen.Reference;

/// <summary>One [Dense] attribute: enum values stand here by name. What is null is not written, and takes its default.</summary>
public sealed record LayerSpec
{
    public required int Units { get; init; }

    public string Activation { get; init; } = "Identity";

    public string Bias { get; init; } = "PerUnit";

    public double? L2 { get; init; }

    public double? Alpha { get; init; }

    public int? ReluGradientAtZero { get; init; }

    public string? Initializer { get; init; }

    public string? Name { get; init; }

    /// <summary>α in effect.</summary>
    [JsonIgnore]
    public double EffectiveAlpha => Alpha ?? (Activation == "LeakyRelu" ? 0.01 : 1);

    /// <summary>How many numbers the bias has.</summary>
    [JsonIgnore]
    public int BiasCount => Bias switch { "PerUnit" => Units, "Shared" => 1, _ => 0 };
}
