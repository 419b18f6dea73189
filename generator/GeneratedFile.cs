using NetGen.Generator.Model;

namespace NetGen.Generator;

/// <summary>What the generator adds to the compilation for one network.</summary>
/// <param name="HintName">The name of the file.</param>
/// <param name="Text">The file; null where there is none.</param>
/// <param name="Failure">A mistake of our own, to be reported; null where all is well.</param>
internal sealed record GeneratedFile(string HintName, string? Text, Finding? Failure);
