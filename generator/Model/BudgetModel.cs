namespace NetGen.Generator.Model;

/// <summary>What a network may take at most; null where there is no limit.</summary>
/// <param name="ParameterBytes">Of the stored parameters.</param>
/// <param name="ScratchBytes">The largest working memory of any call.</param>
/// <param name="Macs">Multiply-accumulates of one forward pass over one sample.</param>
internal sealed record BudgetModel(long? ParameterBytes, long? ScratchBytes, long? Macs)
{
    public bool IsEmpty => (ParameterBytes ?? ScratchBytes ?? Macs) is null;
}
