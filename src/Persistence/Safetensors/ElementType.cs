using System;

namespace NetGen.Persistence.Safetensors;

/// <summary>The element types of safetensors, by their names in the header.</summary>
internal static class ElementType
{
    /// <summary>The name of a type that is written and read here.</summary>
    public static string Of<T>()
        where T : unmanaged =>
        typeof(T) == typeof(float) ? "F32"
        : typeof(T) == typeof(double) ? "F64"
        : typeof(T) == typeof(int) ? "I32"
        : typeof(T) == typeof(long) ? "I64"
        : typeof(T) == typeof(ulong) ? "U64"
        : typeof(T) == typeof(byte) ? "U8"
        : throw new NotSupportedException($"Tensors of {typeof(T).Name} are not supported; expected float, double, int, long, ulong or byte.");

    /// <summary>The bytes of one element, or 0 where the name is unknown.</summary>
    public static int Size(string name) => name switch
    {
        "BOOL" or "U8" or "I8" or "F8_E4M3" or "F8_E5M2" or "F8_E8M0" => 1,
        "U16" or "I16" or "F16" or "BF16" => 2,
        "U32" or "I32" or "F32" => 4,
        "U64" or "I64" or "F64" or "C64" => 8,
        _ => 0,
    };
}
