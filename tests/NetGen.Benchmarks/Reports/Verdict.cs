namespace NetGen.Benchmarks.Reports;

/// <summary>One line of what is asked of the generated code.</summary>
internal sealed record Verdict(string What, string Required, string Measured, bool IsMet);
