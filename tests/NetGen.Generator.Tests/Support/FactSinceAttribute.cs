using System;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace NetGen.Generator.Tests.Support;

/// <summary>A test whose source needs a version of C# that the Roslyn of the run may not know.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactSinceAttribute : FactAttribute
{
    public FactSinceAttribute(int version)
    {
        if (!Enum.IsDefined((LanguageVersion)(version * 100)))
        {
            Skip = $"This Roslyn is older than C# {version}.";
        }
    }
}
