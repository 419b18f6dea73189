using System;
using System.ComponentModel;
using System.Linq;
using System.Reflection;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

public class SurfaceTests
{
    /// <summary>What only generated code calls stays out of a user's completion list.</summary>
    [Fact]
    public void Editors_never_offer_what_generated_code_calls()
    {
        Type[] types = typeof(Elementary).Assembly.GetExportedTypes().Where(type => type.Namespace == "NetGen.Numerics").ToArray();

        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.Equal(EditorBrowsableState.Never, type.GetCustomAttribute<EditorBrowsableAttribute>()?.State));
    }
}
