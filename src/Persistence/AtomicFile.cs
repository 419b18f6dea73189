using System;
using System.IO;
using System.Linq;

namespace NetGen.Persistence;

/// <summary>Replaces a file as a whole: whatever happens, there is the old one or the new one, complete.</summary>
/// <remarks>
/// The content goes to a temporary file in the same folder, is flushed to the disk, and the file takes the name. A program that is killed before that leaves its
/// temporary file behind; the next write to the same path removes it.
/// </remarks>
internal static class AtomicFile
{
    private const string Extension = ".tmp";
    private const int TokenLength = 8;

    /// <summary>Writes a file.</summary>
    /// <param name="path">Its path; the folder must exist.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">It cannot be written; what was there before is untouched.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string target = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(target) ?? throw new IOException($"{path} could not be written: it is a folder.");
        string prefix = "." + Path.GetFileName(target) + ".";
        string temporary = Path.Combine(folder, prefix + Guid.NewGuid().ToString("N").Substring(0, TokenLength) + Extension);
        try
        {
            RemoveLeftovers(folder, prefix);
            WriteTemporary(temporary, target, write);
            FolderFlush.Flush(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // ArgumentOutOfRangeException is what .NET makes of a file that is too large for its file system.
            string before = File.Exists(target) ? " The file that was there is untouched." : "";
            throw new IOException($"{path} could not be written: {error.Message}{before}", error);
        }
    }

    private static void WriteTemporary(string temporary, string target, Action<Stream> write)
    {
        bool isThere = false;
        try
        {
            // Open while it is renamed, so that it is never taken for a leftover.
            using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete);
            isThere = true;
            write(stream);
            stream.Flush(flushToDisk: true);
            Rename(temporary, target);
            isThere = false;
        }
        finally
        {
            if (isThere)
            {
                Try(() => File.Delete(temporary));
            }
        }
    }

    private static void Rename(string temporary, string target)
    {
#if NET
        File.Move(temporary, target, overwrite: true);
#else
        if (File.Exists(target))
        {
            File.Replace(temporary, target, destinationBackupFileName: null);
        }
        else
        {
            File.Move(temporary, target);
        }
#endif
    }

    private static void RemoveLeftovers(string folder, string prefix)
    {
        // What cannot be listed, opened or removed stays, and harms nobody.
        Try(() =>
        {
            foreach (string file in Directory.GetFiles(folder, "*" + Extension).Where(file => IsTemporary(Path.GetFileName(file), prefix)))
            {
                // Whatever is open belongs to somebody who is writing now.
                if (Try(() => new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose()))
                {
                    Try(() => File.Delete(file));
                }
            }
        });
    }

    private static bool IsTemporary(string name, string prefix) =>
        name.Length == prefix.Length + TokenLength + Extension.Length
        && name.StartsWith(prefix, StringComparison.Ordinal)
        && name.Skip(prefix.Length).Take(TokenLength).All(character => character is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    private static bool Try(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
