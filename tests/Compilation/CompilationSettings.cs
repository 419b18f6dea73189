using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Compilation;

/// <summary>How a user's project might be set.</summary>
public sealed record CompilationSettings
{
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    /// <summary>On by default: generated code must not depend on arithmetic that wraps.</summary>
    public bool CheckOverflow { get; init; } = true;

    /// <summary>Off by default, as in users' projects.</summary>
    public bool AllowUnsafe { get; init; }

    /// <summary>The build of the library to compile against, or null for the one that the tests run on.</summary>
    public string? LibraryPath { get; init; }
}
