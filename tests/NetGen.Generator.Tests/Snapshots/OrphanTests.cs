using System.Linq;
using System.Reflection;
using Xunit;

namespace NetGen.Generator.Tests.Snapshots;

public sealed class OrphanTests
{
    [Fact]
    public void EverySnapshotHasItsTest() => Assert.Empty(Snapshot.Folder.OrphansOf(
        from type in Assembly.GetExecutingAssembly().GetTypes()
        from method in type.GetMethods()
        where method.GetCustomAttribute<FactAttribute>() is not null
        select $"{type.Name}.{method.Name}"));
}
