using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using NetGen.Package.Tests.Support;

namespace NetGen.Samples.Tests.Support;

/// <summary>A browser without a window, and without the network.</summary>
internal static class Chromium
{
    /// <summary>As the style sheet of a page sees it.</summary>
    private static readonly Dictionary<ColorScheme, string> SchemeFlags = new()
    {
        [ColorScheme.Light] = "--blink-settings=preferredColorScheme=1",
        [ColorScheme.Dark] = "--blink-settings=preferredColorScheme=0",
    };

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-dev-shm-usage",
        "--host-resolver-rules=MAP * ~NOTFOUND",
    ];

    /// <summary>The page as it is after its scripts have run.</summary>
    public static string DumpDom(string page, ColorScheme scheme, int width) => Run(page, scheme, width, "--dump-dom").Output;

    /// <summary>Takes a picture of the page.</summary>
    public static void Screenshot(string page, ColorScheme scheme, int width, string picture) => Run(page, scheme, width, $"--screenshot={picture}");

    private static CommandResult Run(string page, ColorScheme scheme, int width, string task)
    {
        DirectoryInfo profile = Directory.CreateTempSubdirectory("netgen-chromium-");
        try
        {
            return Command.Run(
                profile.FullName,
                new Dictionary<string, string>(),
                "chromium",
                [.. Flags, $"--user-data-dir={profile.FullName}", SchemeFlags[scheme], $"--window-size={width},2000", task, new Uri(page).AbsoluteUri]).OrThrow();
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException("chromium is not installed, and this test looks at a page in it (Debian: apt-get install chromium; .ci/run does that).", error);
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }
}
