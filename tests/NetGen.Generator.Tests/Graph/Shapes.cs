using System.Globalization;
using System.Linq;
using NetGen.Generator.Graph;
using NetGen.Generator.Support;

namespace NetGen.Generator.Tests.Graph;

/// <summary>Shapes as they are printed: <c>3×4</c>, and <c>N×3</c> for one array per sample.</summary>
internal static class Shapes
{
    public static Shape Parse(string text)
    {
        string[] sizes = text.Split('×');
        bool isBatched = sizes[0] == "N";
        return new Shape(isBatched, sizes.Skip(isBatched ? 1 : 0).Select(size => int.Parse(size, CultureInfo.InvariantCulture)).ToEquatableArray());
    }
}
