namespace NetGen.Generator;

/// <summary>The names of the incremental steps. Tests find them here by reflection, so that no step goes untested.</summary>
internal static class TrackingNames
{
    /// <summary>Attributes → <see cref="Model.ParseResult"/>.</summary>
    public const string Declarations = "NetGen.Declarations";

    /// <summary><see cref="Model.ParseResult"/> → <see cref="GeneratedFile"/>.</summary>
    public const string Files = "NetGen.Files";

    /// <summary><see cref="Model.ParseResult"/> → what the network costs, where a report is wanted.</summary>
    public const string Summaries = "NetGen.Summaries";

    /// <summary>All summaries → the report, where it is wanted.</summary>
    public const string Reports = "NetGen.Reports";
}
