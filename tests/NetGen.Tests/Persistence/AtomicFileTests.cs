using System;
using System.IO;
using NetGen.Persistence;
using NetGen.Tests.Support;
using Xunit;

namespace NetGen.Tests.Persistence;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_written_and_replaced()
    {
        string path = _folder["a.bin"];
        AtomicFile.Write(path, stream => stream.Write([1, 2, 3]));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));

        AtomicFile.Write(path, stream => stream.Write([4]));
        Assert.Equal([4], File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Until_the_end_the_old_file_is_there()
    {
        string path = _folder.Write("a.bin", "old");
        AtomicFile.Write(path, stream =>
        {
            stream.Write("new"u8);
            stream.Flush();
            Assert.Equal("old", File.ReadAllText(path));
        });

        Assert.Equal("new", File.ReadAllText(path));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(100_000)]
    public void An_error_while_writing_leaves_the_old_file_and_nothing_else(int written)
    {
        string path = _folder.Write("a.bin", "old");
        var error = Assert.Throws<IOException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write(new byte[written]);
            throw new IOException("There is not enough space on the disk.");
        }));

        Assert.Equal($"{path} could not be written: There is not enough space on the disk. The file that was there is untouched.", error.Message);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));

        Assert.Throws<ArgumentException>(() => AtomicFile.Write(path, _ => throw new ArgumentException("another")));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Leftovers_of_killed_programs_are_removed_and_nothing_else()
    {
        string path = _folder["a.bin"];
        string leftover = _folder.Write(".a.bin.0123abcd.tmp", "half");
        string[] others =
        [
            _folder.Write(".a.bin.0123abcd.tmp2", "not it"), _folder.Write(".a.bin.0123abc.tmp", "too short"), _folder.Write(".a.bin.0123ABCD.tmp", "capitals"),
            _folder.Write(".b.bin.0123abcd.tmp", "of another"), _folder.Write("a.bin.0123abcd.tmp", "no dot"), _folder.Write(".a.bin.x.0123abcd.tmp", "of a.bin.x"),
        ];

        string busy = _folder[".a.bin.fedcba98.tmp"];
        using (new FileStream(busy, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete))
        {
            AtomicFile.Write(path, stream => stream.Write([1]));
            Assert.False(File.Exists(leftover));
            Assert.True(File.Exists(busy));
            Assert.All(others, other => Assert.True(File.Exists(other), other));
        }

        AtomicFile.Write(path, stream => stream.Write([1]));
        Assert.False(File.Exists(busy));
    }

    [Fact]
    public void A_write_within_a_write_is_no_leftover()
    {
        string path = _folder["a.bin"];
        AtomicFile.Write(path, outer =>
        {
            outer.Write([1]);
            AtomicFile.Write(path, inner => inner.Write([2]));
        });

        Assert.Equal([1], File.ReadAllBytes(path));
    }

    [Fact]
    public void A_folder_that_is_not_there_or_takes_no_file_is_a_clear_error()
    {
        string missing = Path.Combine(_folder["missing"], "a.bin");
        var error = Assert.Throws<IOException>(() => AtomicFile.Write(missing, stream => stream.Write([1])));
        Assert.StartsWith($"{missing} could not be written: Could not find a part of the path", error.Message, StringComparison.Ordinal);

        string folder = _folder["folder"];
        Directory.CreateDirectory(folder);
        Assert.Throws<IOException>(() => AtomicFile.Write(folder, stream => stream.Write([1])));
        Assert.Equal([folder], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_read_only_folder_is_a_clear_error_and_keeps_its_file()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        string path = _folder.Write("a.bin", "old");
        IOException error = ReadOnlyFolder.Run(_folder.Path, () => Assert.Throws<IOException>(() => AtomicFile.Write(path, stream => stream.Write([1]))));
        Assert.StartsWith($"{path} could not be written: Access to the path", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("The file that was there is untouched.", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }
}
