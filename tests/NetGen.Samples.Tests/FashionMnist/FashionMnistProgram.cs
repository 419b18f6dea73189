using System;
using System.Collections.Generic;
using System.IO;
using NetGen.Package.Tests.Support;

namespace NetGen.Samples.Tests.FashionMnist;

/// <summary>The sample as a user runs it.</summary>
internal static class FashionMnistProgram
{
    public static CommandResult Run(string folder, params string[] arguments) => Command.Run(
        folder,
        new Dictionary<string, string>(),
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "FashionMnist.dll"), .. arguments]);
}
