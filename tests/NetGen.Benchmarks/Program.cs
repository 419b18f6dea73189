using System;
using System.Collections.Generic;
using BenchmarkDotNet.Running;
using NetGen.Benchmarks;
using NetGen.Benchmarks.Commands;
using NetGen.Benchmarks.Measurement;
using NetGen.Benchmarks.Reports;

switch (args)
{
    case ["kernels", .. var rest]:
        BenchmarkSwitcher.FromAssembly(typeof(Options).Assembly).Run(rest);
        return 0;
    case [JitCommand.ChildCommand, .. var rest]:
        JitCommand.RunChild(rest);
        return 0;
    case [CompileCommand.ChildCommand, .. var rest]:
        CompileCommand.RunChild(rest);
        return 0;
}

var commands = new Dictionary<string, Action<Options, FmaPeak, Report>[]>
{
    ["peers"] = [PeersCommand.Run],
    ["growth"] = [GrowthCommand.Run],
    ["compile"] = [CompileCommand.Run],
    ["jit"] = [JitCommand.Run],
    ["all"] = [PeersCommand.Run, GrowthCommand.Run, JitCommand.Run, CompileCommand.Run],
};

try
{
    Options options = Options.Parse(args);
    if (!commands.TryGetValue(options.Command, out Action<Options, FmaPeak, Report>[]? parts))
    {
        throw new ArgumentException($"There is no command '{options.Command}'.");
    }

    if (Avx2Restart.IsNeeded(options))
    {
        return Avx2Restart.Run(args);
    }

    var peak = new FmaPeak();
    var report = new Report(options, peak, Affinity.PinToOneCore());
    foreach (Action<Options, FmaPeak, Report> part in parts)
    {
        part(options, peak, report);
    }

    report.Write();
    return 0;
}
catch (ArgumentException exception)
{
    Console.Error.WriteLine($"{exception.Message}\n\n{Options.Help}");
    return 2;
}
catch (InvalidOperationException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
