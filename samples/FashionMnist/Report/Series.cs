using System.Collections.Generic;

namespace FashionMnist.Report;

/// <summary>A line of a chart: a value after every epoch.</summary>
/// <param name="Name">What stands at its end.</param>
/// <param name="Style">The class that gives it its colour.</param>
/// <param name="Values">The values.</param>
internal sealed record Series(string Name, string Style, IReadOnlyList<double> Values);
