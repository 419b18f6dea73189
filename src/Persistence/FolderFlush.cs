using System;
using System.Runtime.InteropServices;

namespace NetGen.Persistence;

/// <summary>Flushes the names in a folder to the disk: on Unix a new name is not safe from a power cut when the content of its file is.</summary>
internal static class FolderFlush
{
    private const int ReadOnly = 0;

    /// <summary>Flushes a folder where the system has such a thing. A file system that refuses has its own order of writing, and is left to it.</summary>
    public static void Flush(string folder)
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Linux) && !RuntimeInformation.IsOSPlatform(OSPlatform.OSX))
        {
            return;
        }

        int descriptor = Open(folder, ReadOnly);
        if (descriptor >= 0)
        {
            Synchronize(descriptor);
            Close(descriptor);
        }
    }

    // Ansi is UTF-8 on Unix.
    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi)]
    private static extern int Open(string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    private static extern int Synchronize(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int descriptor);
}
