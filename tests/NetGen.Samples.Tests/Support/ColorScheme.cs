namespace NetGen.Samples.Tests.Support;

/// <summary>What the user of a browser prefers.</summary>
public enum ColorScheme
{
    /// <summary>Dark letters on a light page.</summary>
    Light,

    /// <summary>Light letters on a dark page.</summary>
    Dark,
}
