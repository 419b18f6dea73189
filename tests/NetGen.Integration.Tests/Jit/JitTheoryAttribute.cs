using System;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Xunit;

namespace NetGen.Integration.Tests.Jit;

/// <summary>A test that reads the machine code of these tests' own networks: optimized code for x64.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class JitTheoryAttribute : TheoryAttribute
{
    public JitTheoryAttribute()
    {
        if (typeof(JitListing).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
        {
            Skip = "In Debug nothing is optimized.";
        }
        else if (RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            Skip = "What is read here is x64.";
        }
    }
}
