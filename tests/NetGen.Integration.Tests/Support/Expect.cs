using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Support;

/// <summary>Assertions on arrays of numbers.</summary>
internal static class Expect
{
    /// <summary>Every element within the tolerance, relative to the largest expected one (rule 6).</summary>
    public static void Close(double[] expected, double[] actual, double tolerance = 1e-12)
    {
        string? difference = Agreement.Compare("value", actual, expected, tolerance);
        Assert.True(difference is null, difference);
    }

    public static void Close(double expected, double actual, double tolerance = 1e-12)
    {
        string? difference = Agreement.Compare("value", actual, expected, tolerance);
        Assert.True(difference is null, difference);
    }
}
