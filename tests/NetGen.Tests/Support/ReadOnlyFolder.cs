using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace NetGen.Tests.Support;

/// <summary>A folder into which nothing can be written for a while.</summary>
[SupportedOSPlatform("linux")]
internal static class ReadOnlyFolder
{
    /// <summary>Calls a function while the folder is so.</summary>
    public static T Run<T>(string folder, Func<T> act)
    {
        const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode Enter = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(folder, Read | Enter);

        // Modes do not stop root, on whose files this thread works here as somebody else.
        const int Nobody = 65534;
        int before = SetFileSystemUser(Nobody);
        try
        {
            return act();
        }
        finally
        {
            _ = SetFileSystemUser(before);
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [DllImport("libc", EntryPoint = "setfsuid")]
    private static extern int SetFileSystemUser(int user);
}
