namespace NetGen.Generator.Support;

/// <summary>What a precision is in C#.</summary>
internal static class NumberType
{
    public static string Keyword(this Precision precision) => precision == Precision.Double ? "double" : "float";

    public static int Bytes(this Precision precision) => precision == Precision.Double ? sizeof(double) : sizeof(float);
}
