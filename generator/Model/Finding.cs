using NetGen.Generator.Support;

namespace NetGen.Generator.Model;

/// <summary>Something to tell the user about a declaration, without a place in any file.</summary>
/// <param name="Id">One of <see cref="FindingIds"/>.</param>
/// <param name="Target">What it is about.</param>
/// <param name="Arguments">What fills the holes of the message.</param>
internal sealed record Finding(string Id, FindingTarget Target, EquatableArray<string> Arguments);

/// <summary>What a finding is about; Diagnostics joins it to a place in the user's file.</summary>
/// <param name="Kind">Which part of the declaration.</param>
/// <param name="Index">Of the layer among the layers, or of the containing type, outermost first.</param>
/// <param name="Argument">The name of the argument, <c>inputShape[0]</c> for an element of a params array; null for the whole attribute. For a member its <see cref="GeneratedMember.Key"/>.</param>
internal sealed record FindingTarget(FindingTargetKind Kind, int Index = 0, string? Argument = null)
{
    public static FindingTarget Type { get; } = new(FindingTargetKind.Type);

    public static FindingTarget Network(string? argument = null) => new(FindingTargetKind.Network, 0, argument);

    public static FindingTarget Layer(int index, string? argument = null) => new(FindingTargetKind.Layer, index, argument);

    public static FindingTarget Budget(string? argument = null) => new(FindingTargetKind.Budget, 0, argument);

    public static FindingTarget Loss(string? argument = null) => new(FindingTargetKind.Loss, 0, argument);
}

internal enum FindingTargetKind
{
    /// <summary>The identifier of the class.</summary>
    Type,

    /// <summary>The identifier of a type around the class.</summary>
    Container,

    /// <summary>The [Network] attribute.</summary>
    Network,

    /// <summary>A layer attribute.</summary>
    Layer,

    /// <summary>The [Loss] attribute.</summary>
    Loss,

    /// <summary>The [Budget] attribute.</summary>
    Budget,

    /// <summary>A member of the user's.</summary>
    Member,
}
