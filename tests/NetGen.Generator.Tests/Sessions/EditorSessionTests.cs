using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace NetGen.Generator.Tests.Sessions;

/// <summary>Random declarations, right and wrong, edited at random. NETGEN_SESSION_MINUTES=10 makes new sessions for so long; NETGEN_SESSION_SEED=7 repeats one.</summary>
public sealed class EditorSessionTests
{
    private const int Edits = 100;

    /// <summary>A whole compilation costs more than many runs of the generator.</summary>
    private const int EditsPerCompilation = 6;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void WhateverIsTyped(int seed) => Run(seed);

    [Fact]
    public void AsLongAsAsked()
    {
        string? seed = Environment.GetEnvironmentVariable("NETGEN_SESSION_SEED");
        string? minutes = Environment.GetEnvironmentVariable("NETGEN_SESSION_MINUTES");
        TimeSpan time = TimeSpan.FromMinutes(minutes is null ? 0 : double.Parse(minutes, CultureInfo.InvariantCulture));
        long started = Stopwatch.GetTimestamp();

        Run(seed is null ? 4 : int.Parse(seed, CultureInfo.InvariantCulture));
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            Run(Random.Shared.Next());
        }
    }

    /// <summary>One session; what goes wrong is told with the files as they were then.</summary>
    private static void Run(int seed)
    {
        var random = new Random(seed);
        var edits = new RandomEdits(random);
        var session = new EditorSession([edits.NewFile(), edits.NewFile(), "static class Sizes { public const int Three = 3; }\npublic class Base { public int Info; }\n"]);
        List<string>[] earlier = [.. session.Files.Select(file => new List<string> { file })];
        for (int edit = 0; edit < Edits; edit++)
        {
            int file = random.Next(earlier.Length);
            string before = session.Files[file];
            string another = session.Files[random.Next(earlier.Length)];
            try
            {
                foreach (TextChange change in edits.Next(before, another, earlier[file][random.Next(earlier[file].Count)]))
                {
                    session.Edit(file, change);
                }

                session.AssertLikeANewOne();
                if (edit % EditsPerCompilation == 0 && session.AssertNothingInGeneratedCode())
                {
                    session.AssertTheOrderOfFilesMakesNoDifference();
                    earlier[file].Add(session.Files[file]);
                }
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}, edit {edit}: {exception.Message}\n{string.Join("\n----\n", session.Files)}", exception);
            }
        }
    }
}
