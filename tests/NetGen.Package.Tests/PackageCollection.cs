using NetGen.Package.Tests.Support;
using Xunit;

namespace NetGen.Package.Tests;

/// <summary>All tests use one package, one after another.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackageFeed>
{
    internal const string Name = "Package";
}
