using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using NetGen.Persistence;
using NetGen.Persistence.Safetensors;

namespace NetGen.Training;

/// <summary>Whatever decides the bits of a run, as texts by name: a run goes on from the file of another only if all of them are the same.</summary>
/// <remarks>
/// The number of epochs and the patience of early stopping are not among them: they decide when a run ends, and a run that has ended may go on. Neither are the samples
/// themselves, of which the number alone is compared.
/// </remarks>
internal static class RunSettings
{
    private const int LongestShown = 500;

    public static JsonObject Of<T>(Trainer<T> trainer, int samples, int validationSamples, IEnumerable<string> metrics)
        where T : unmanaged => new()
        {
            ["Network"] = Fingerprint.Of(trainer.Network.Info),
            ["Precision"] = trainer.Network.Info.Precision.ToString(),
            ["Loss"] = trainer.Network.Info.Loss?.ToString() ?? "none",
            ["Optimizer"] = OptimizerText.Of(trainer.Optimizer),
            ["BatchSize"] = Text($"{trainer.BatchSize}"),
            ["Seed"] = Text($"{trainer.Seed}"),
            ["Shuffle"] = trainer.Shuffle.ToString(),
            ["number of samples"] = Text($"{samples}"),
            ["number of validation samples"] = Text($"{validationSamples}"),
            ["Metrics"] = string.Join(", ", metrics),
            ["Schedule"] = trainer.Schedule is null ? "none" : "by " + trainer.ScheduleUnit.ToString(),
            ["ClipNorm"] = trainer.ClipNorm is { } norm ? Text($"{norm:R}") : "none",
            ["ClipValue"] = trainer.ClipValue is { } value ? Text($"{value:R}") : "none",
            ["EarlyStopping"] = trainer.EarlyStopping is { } stopping ? Text($"minDelta: {stopping.MinDelta:R}, metric: {stopping.Metric ?? "loss"}") : "none",
        };

    /// <summary>Every difference, fit for a message.</summary>
    /// <param name="found">The settings that a file has.</param>
    /// <param name="expected">Those of this run.</param>
    public static IEnumerable<string> Differences(JsonObject found, JsonObject expected) =>
        from setting in expected
        let wanted = (string)setting.Value!
        let there = found[setting.Key] is JsonValue value && value.TryGetValue(out string? text) ? text : null
        where there != wanted
        select Difference(setting.Key, FileError.Quote(wanted, LongestShown), there is null ? "none" : FileError.Quote(there, LongestShown));

    public static string Difference(string name, string expected, string found) => $"expected {name} {expected}, found {found}";

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
