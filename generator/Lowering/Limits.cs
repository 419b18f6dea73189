namespace NetGen.Generator.Lowering;

/// <summary>What a declaration may ask for. Beyond these a number is a slip of the keyboard, or would not fit an array.</summary>
internal static class Limits
{
    /// <summary>Numbers of one sample at any point of the network: 16,777,216.</summary>
    public const long Width = 1L << 24;

    /// <summary>Trained numbers of a network: 268,435,456, one gibibyte of float32; with padding they still fit one array.</summary>
    public const long Parameters = 1L << 28;

    /// <summary>Layers of a network. Each has its line in Info, whose initializer must stay one that the JIT compiles well.</summary>
    public const int Layers = 256;
}
