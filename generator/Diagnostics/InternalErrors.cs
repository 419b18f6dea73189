using System;
using NetGen.Generator.Model;
using NetGen.Generator.Support;

namespace NetGen.Generator.Diagnostics;

/// <summary>Mistakes of our own.</summary>
internal static class InternalErrors
{
    /// <summary>An exception that nobody expected, as something to tell the user.</summary>
    public static Finding Of(string network, Exception exception)
    {
        string message = $"{exception.GetType().Name}: {exception.Message}".Replace('\r', ' ').Replace('\n', ' ');
        return new Finding(FindingIds.InternalError, FindingTarget.Type, EquatableArray.Of(network, message));
    }
}
