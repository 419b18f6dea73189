using FashionMnist.PyTorch;

namespace FashionMnist.Report;

/// <summary>What the report is about.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Data">The pictures as they are.</param>
/// <param name="Result">What came of the training.</param>
/// <param name="PyTorch">What PyTorch made of it, or null where it was not asked or is not installed.</param>
internal sealed record Findings(Options Options, FashionData Data, TrainingResult Result, PyTorchRun? PyTorch);
