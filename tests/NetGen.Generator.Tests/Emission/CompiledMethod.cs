using NetGen.Generator.Planning;

namespace NetGen.Generator.Tests.Emission;

/// <summary>What a generated method came to.</summary>
/// <param name="Network">The class it belongs to.</param>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Of IL.</param>
/// <param name="Actual">Statements of C#; instructions of IL, among them references to variables and arguments; local variables.</param>
internal sealed record CompiledMethod(string Network, string Name, int Bytes, Cost Actual);
