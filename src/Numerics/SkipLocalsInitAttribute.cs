#if !NET8_0_OR_GREATER
namespace System.Runtime.CompilerServices;

/// <summary>Tells the compiler not to have memory on the stack cleared; .NET Standard does not have it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SkipLocalsInitAttribute : Attribute;
#endif
