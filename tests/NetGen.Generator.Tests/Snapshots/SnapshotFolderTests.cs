using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;
using Xunit.Sdk;

namespace NetGen.Generator.Tests.Snapshots;

public sealed class SnapshotFolderTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();

    [Fact]
    public void ATextWithoutASnapshotFailsAndIsWrittenAsReceived()
    {
        Assert.Throws<TrueException>(() => Verify("class A { }\n"));

        Assert.Equal(["C.M#Net.g.received.cs"], Files());
    }

    [Fact]
    public void AnAcceptedTextIsTheSnapshot()
    {
        Verify("class A { }\n", accepts: true);
        Verify("class A { }\n");

        Assert.Equal(["C.M#Net.g.verified.cs"], Files());
    }

    [Fact]
    public void ADifferenceIsShownWithItsLine()
    {
        Verify("one\ntwo\nthree\n", accepts: true);

        TrueException failure = Assert.Throws<TrueException>(() => Verify("one\ntwo\nthird\n"));

        Assert.Contains("line 3 was\n    three\nand is\n    third", failure.Message);
        Assert.Equal(["C.M#Net.g.received.cs", "C.M#Net.g.verified.cs"], Files());
    }

    [Fact]
    public void ReceivedFilesGoWhenTheTestPasses()
    {
        Verify("one\n", accepts: true);
        Assert.Throws<TrueException>(() => Verify("two\n"));
        Verify("one\n");

        Assert.Equal(["C.M#Net.g.verified.cs"], Files());
    }

    [Fact]
    public void LineEndingsDoNotCount()
    {
        File.WriteAllText(Path.Combine(_directory.FullName, "C.M#Net.g.verified.cs"), "one\r\ntwo\r\n");

        Verify("one\ntwo");
    }

    [Fact]
    public void ASnapshotThatTheTestNoLongerMakesFails()
    {
        Verify("one\n", accepts: true);

        TrueException failure = Assert.Throws<TrueException>(() => Folder(accepts: false).Verify("C.M", new Dictionary<string, string>()));

        Assert.Contains("C.M#Net.g.verified.cs: the test makes no such text", failure.Message);
    }

    [Fact]
    public void ASnapshotWithoutATestIsAnOrphan()
    {
        Verify("one\n", accepts: true);

        Assert.Empty(Folder(accepts: false).OrphansOf(["C.M"]));
        Assert.Equal(["C.M#Net.g.verified.cs"], Folder(accepts: false).OrphansOf(["C.Renamed"]));
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private void Verify(string text, bool accepts = false) =>
        Folder(accepts).Verify("C.M", new Dictionary<string, string> { ["#Net.g.cs"] = text });

    private SnapshotFolder Folder(bool accepts) => new(_directory.FullName, accepts);

    private IEnumerable<string> Files() => _directory.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal);
}
