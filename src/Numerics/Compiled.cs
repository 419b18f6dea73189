using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>How methods are compiled.</summary>
internal static class Compiled
{
    /// <summary>AggressiveOptimization, which .NET Standard has no name for: a method with loops is compiled once, in full, and not by way of Tier-0.</summary>
    public const MethodImplOptions InFull = (MethodImplOptions)512;

    /// <summary>The same, and not inlined: a caller that the JIT inlines much into would leave no room for what is within, which would be called.</summary>
    public const MethodImplOptions ByItself = InFull | MethodImplOptions.NoInlining;
}
