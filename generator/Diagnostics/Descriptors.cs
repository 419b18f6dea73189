using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;

namespace NetGen.Generator.Diagnostics;

/// <summary>What every id says. README.md in this folder has cause, example and cure of each.</summary>
internal static class Descriptors
{
    private const string Category = "NetGen";
    private const string Help = "https://github.com/netgen/netgen/blob/main/generator/Diagnostics/README.md#";

    public static readonly DiagnosticDescriptor TypeNotPartial = new(
        FindingIds.TypeNotPartial,
        "The class of a network must be partial",
        "The network '{0}' is not partial: write 'partial class {0}', so that its members can be added",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen001");

    public static readonly DiagnosticDescriptor ContainerNotPartial = new(
        FindingIds.ContainerNotPartial,
        "The types around a network must be partial",
        "The network '{0}' stands in '{1}', which is not partial: write 'partial {2} {1}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen002");

    public static readonly DiagnosticDescriptor StaticType = new(
        FindingIds.StaticType,
        "A network must not be static",
        "The network '{0}' is static: remove 'static', because every instance has parameters of its own",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen003");

    public static readonly DiagnosticDescriptor RecordType = new(
        FindingIds.RecordType,
        "A network must not be a record",
        "The network '{0}' is a record, whose copies would share their parameters: write 'partial class {0}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen004");

    public static readonly DiagnosticDescriptor FileLocalType = new(
        FindingIds.FileLocalType,
        "A network must not be file-local",
        "The network '{0}' cannot be reached from a generated file: remove 'file' from '{1}'",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen005");

    public static readonly DiagnosticDescriptor DerivesFromNetwork = new(
        FindingIds.DerivesFromNetwork,
        "A network must not derive from a network",
        "The network '{0}' derives from the network '{1}': hold a '{1}' in a field instead, or give both a base class that is no network",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen006");

    public static readonly DiagnosticDescriptor WithoutNetwork = new(
        FindingIds.WithoutNetwork,
        "Layers and losses belong to a network",
        "The class '{0}' has {1}, but no [Network]: add [Network] with the input shape, such as [Network(4)]",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen007");

    public static readonly DiagnosticDescriptor SeveralParts = new(
        FindingIds.SeveralParts,
        "The layers of a network must stand on one part of the class",
        "The layers of '{0}' stand on {1} parts of the class, whose order is not defined: write all of them on one part",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen008");

    public static readonly DiagnosticDescriptor MemberClash = new(
        FindingIds.MemberClash,
        "A member of the class clashes with a generated one",
        "The {0} leaves no room for the generated '{1}' of the network '{2}': rename it",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen009");

    public static readonly DiagnosticDescriptor LanguageTooOld = new(
        FindingIds.LanguageTooOld,
        "The language version is too old for a network",
        "The network '{0}' is compiled as C# {1}, but generated code needs C# 9: set LangVersion to 9.0 or later",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen010");

    public static readonly DiagnosticDescriptor NoLayers = new(
        FindingIds.NoLayers,
        "A network needs layers",
        "The network '{0}' has no layers: add one, such as [Dense(3)]",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen011");

    public static readonly DiagnosticDescriptor NoInputShape = new(
        FindingIds.NoInputShape,
        "A network needs an input shape",
        "The network '{0}' has no input shape: write the sizes of one sample, such as [Network(4)]",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen012");

    public static readonly DiagnosticDescriptor SizeNotPositive = new(
        FindingIds.SizeNotPositive,
        "A size must be positive",
        "'{0}' is {1}: a size must be at least 1",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen013");

    public static readonly DiagnosticDescriptor TooLarge = new(
        FindingIds.TooLarge,
        "The network is too large",
        "The network is too large: {0} is {1}, and the limit is {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen014");

    public static readonly DiagnosticDescriptor L2OutOfRange = new(
        FindingIds.L2OutOfRange,
        "L2 is out of range",
        "'L2' is {0}: a penalty factor must be finite and at least 0",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen015");

    public static readonly DiagnosticDescriptor AlphaOutOfRange = new(
        FindingIds.AlphaOutOfRange,
        "Alpha is out of range",
        "'Alpha' is {0}: it must be finite and at least 0",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen016");

    public static readonly DiagnosticDescriptor ReluGradientOutOfRange = new(
        FindingIds.ReluGradientOutOfRange,
        "ReluGradientAtZero is out of range",
        "'ReluGradientAtZero' is {0}: it must be 0 or 1",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen017");

    public static readonly DiagnosticDescriptor UndefinedValue = new(
        FindingIds.UndefinedValue,
        "The value is not defined",
        "{1} is not a value of '{0}': write one of {2}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen018");

    public static readonly DiagnosticDescriptor DuplicateName = new(
        FindingIds.DuplicateName,
        "The name of a layer must be unique",
        "The name '{0}' belongs to {1} already: give every layer a name of its own",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen019");

    public static readonly DiagnosticDescriptor InvalidName = new(
        FindingIds.InvalidName,
        "The name of a layer must be an identifier",
        "The name '{0}' is not an identifier: write letters, digits and underscores, and no digit first",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen020");

    public static readonly DiagnosticDescriptor CrossEntropyWithoutSoftmax = new(
        FindingIds.CrossEntropyWithoutSoftmax,
        "CrossEntropy expects Softmax",
        "CrossEntropy expects probabilities that add up to 1, but the last activation is {0}: write {1}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "netgen021");

    public static readonly DiagnosticDescriptor BinaryCrossEntropyWithoutSigmoid = new(
        FindingIds.BinaryCrossEntropyWithoutSigmoid,
        "BinaryCrossEntropy expects Sigmoid",
        "BinaryCrossEntropy expects independent probabilities, but the last activation is {0}: write {1}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "netgen022");

    public static readonly DiagnosticDescriptor SoftmaxOverOneUnit = new(
        FindingIds.SoftmaxOverOneUnit,
        "Softmax over one unit is constant",
        "Softmax over the one unit of layer '{0}' is always 1: write Sigmoid, or more units",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "netgen023");

    public static readonly DiagnosticDescriptor OptionWithoutEffect = new(
        FindingIds.OptionWithoutEffect,
        "The option has no effect",
        "'{0}' has no effect: {1}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: Help + "netgen024");

    public static readonly DiagnosticDescriptor UnrollingRefused = new(
        FindingIds.UnrollingRefused,
        "The layer is too large to be unrolled",
        "The layer '{0}' is compiled as a loop: it has {1} {2}, and straight-line code may have {3}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: Help + "netgen025");

    public static readonly DiagnosticDescriptor BudgetExceeded = new(
        FindingIds.BudgetExceeded,
        "The network exceeds its budget",
        "'{0}' is {1}, and the network takes {2}: the layer '{3}' takes most, {4}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen026");

    public static readonly DiagnosticDescriptor InternalError = new(
        FindingIds.InternalError,
        "NetGen failed",
        "NetGen failed on the network '{0}': {1}; please report it at https://github.com/netgen/netgen/issues",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: Help + "netgen999");

    /// <summary>All of them, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(
        TypeNotPartial,
        ContainerNotPartial,
        StaticType,
        RecordType,
        FileLocalType,
        DerivesFromNetwork,
        WithoutNetwork,
        SeveralParts,
        MemberClash,
        LanguageTooOld,
        NoLayers,
        NoInputShape,
        SizeNotPositive,
        TooLarge,
        L2OutOfRange,
        AlphaOutOfRange,
        ReluGradientOutOfRange,
        UndefinedValue,
        DuplicateName,
        InvalidName,
        CrossEntropyWithoutSoftmax,
        BinaryCrossEntropyWithoutSigmoid,
        SoftmaxOverOneUnit,
        OptionWithoutEffect,
        UnrollingRefused,
        BudgetExceeded,
        InternalError);

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = All.ToImmutableDictionary(descriptor => descriptor.Id);

    public static bool IsError(Finding finding) => ById[finding.Id].DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>The message of a finding, its holes filled.</summary>
    public static string Format(Finding finding) =>
        string.Format(CultureInfo.InvariantCulture, ById[finding.Id].MessageFormat.ToString(CultureInfo.InvariantCulture), [.. finding.Arguments]);

    /// <summary>The finding at its place. What fills its message is also there by position, for a code fix to read.</summary>
    public static Diagnostic Create(Finding finding, Location location) => Diagnostic.Create(
        ById[finding.Id],
        location,
        finding.Arguments.Select((text, position) => (text, position)).ToImmutableDictionary(argument => ArgumentKey(argument.position), argument => (string?)argument.text),
        [.. finding.Arguments]);

    /// <summary>What filled a hole of the message.</summary>
    public static string? ArgumentOf(Diagnostic diagnostic, int position) => diagnostic.Properties.TryGetValue(ArgumentKey(position), out string? text) ? text : null;

    private static string ArgumentKey(int position) => position.ToString(CultureInfo.InvariantCulture);
}
