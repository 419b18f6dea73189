using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace FashionMnist.PyTorch;

/// <summary>The same training in PyTorch, by <c>train.py</c>, which lies beside the program.</summary>
/// <param name="EpochSeconds">How long every epoch took, the evaluation of the test part included.</param>
/// <param name="Accuracy">On the test part, at the end.</param>
internal sealed record PyTorchRun(IReadOnlyList<double> EpochSeconds, double Accuracy)
{
    /// <summary>Debian's python3-torch belongs to the second; another python3 may stand first on the path.</summary>
    private static readonly string[] Interpreters = ["python3", "/usr/bin/python3"];

    /// <summary>The version of PyTorch, and the interpreter that has it; null where it is not installed.</summary>
    public static (string Python, string Version)? Find()
    {
        foreach (string python in Interpreters)
        {
            try
            {
                using Process process = Start(python, "-c", "import torch; print(torch.__version__)");
                Task<string> errors = process.StandardError.ReadToEndAsync();
                string output = process.StandardOutput.ReadToEnd().Trim();
                process.WaitForExit();
                errors.Wait();
                if (process.ExitCode == 0)
                {
                    return (python, output);
                }
            }
            catch (Win32Exception)
            {
                // There is no such program.
            }
        }

        return null;
    }

    /// <summary>Trains.</summary>
    /// <exception cref="InvalidOperationException">The script failed; the message has its last line.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static PyTorchRun Train(string python, string folder, Options options, Action<int, double, double> onEpoch, CancellationToken cancellationToken)
    {
        string script = Path.Combine(AppContext.BaseDirectory, "PyTorch", "train.py");
        int hiddenLayers = options.Network == 128 ? 1 : 2;
        using Process process = Start(python, script, folder, $"{options.Network}", $"{hiddenLayers}", $"{options.Epochs}", $"{options.Seed}", $"{options.Cores}");
        using CancellationTokenRegistration registration = cancellationToken.Register(() => process.Kill());
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);

        var seconds = new List<double>();
        double accuracy = double.NaN;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            using JsonDocument epoch = JsonDocument.Parse(line);
            seconds.Add(epoch.RootElement.GetProperty("seconds").GetDouble());
            accuracy = epoch.RootElement.GetProperty("accuracy").GetDouble();
            onEpoch(seconds.Count, seconds[^1], accuracy);
        }

        process.WaitForExit();
        cancellationToken.ThrowIfCancellationRequested();
        return process.ExitCode == 0
            ? new PyTorchRun(seconds, accuracy)
            : throw new InvalidOperationException($"{python} {script} ended with {process.ExitCode}: {errors.Result.TrimEnd().Split('\n').Last()}");
    }

    private static Process Start(string python, params string[] arguments)
    {
        var start = new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string library in new[] { "OMP", "OPENBLAS", "MKL" })
        {
            start.Environment[$"{library}_NUM_THREADS"] = "1";
        }

        return Process.Start(start)!;
    }
}
