using System;
using System.Linq;
using System.Threading;

namespace FashionMnist.PyTorch;

/// <summary>Lets PyTorch do the same, and says how long both took.</summary>
internal static class Comparison
{
    /// <returns>What PyTorch made of it, or null where it is not installed, which is said.</returns>
    public static PyTorchRun? Run(string folder, Options options, TrainingResult result, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        if (PyTorchRun.Find() is not (string python, string version))
        {
            Console.WriteLine("PyTorch is missing, so there is no comparison: no python3 has the module torch (Debian and Ubuntu: apt-get install python3-torch).");
            return null;
        }

        Console.WriteLine($"The same in PyTorch {version}, on {options.CoresText}:");
        PyTorchRun run = PyTorchRun.Train(
            python, folder, options, (epoch, seconds, accuracy) => Console.WriteLine($"{$"{epoch}/{options.Epochs}",12}{seconds,10:0.00} s{accuracy,12:0.00 %}"), cancellationToken);

        double ratio = result.EpochSeconds.Min() / run.EpochSeconds.Min();
        Console.WriteLine($"{run.EpochSeconds.Min():0.00} s the fastest epoch, {run.EpochSeconds.Average():0.00} s on average; {run.Accuracy:0.00 %} of the test pictures");
        Console.WriteLine($"NetGen takes {ratio:0.00} of PyTorch's time, fastest epoch against fastest epoch.");
        return run;
    }
}
