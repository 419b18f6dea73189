using System;

namespace NetGen.Compilation;

/// <summary>A declaration did not compile; the message has the diagnostics and the lines around them.</summary>
public sealed class CompilationFailedException : Exception
{
    public CompilationFailedException(string message)
        : base(message)
    {
    }

    public CompilationFailedException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
