namespace NetGen.Generator.Model;

/// <summary>The ids of everything that NetGen tells the user; what each says stands in Diagnostics/Descriptors.cs. An id is never used again for something else.</summary>
internal static class FindingIds
{
    // The type: found by Parsing.
    public const string TypeNotPartial = "NETGEN001";
    public const string ContainerNotPartial = "NETGEN002";
    public const string StaticType = "NETGEN003";
    public const string RecordType = "NETGEN004";
    public const string FileLocalType = "NETGEN005";
    public const string DerivesFromNetwork = "NETGEN006";
    public const string WithoutNetwork = "NETGEN007";
    public const string SeveralParts = "NETGEN008";
    public const string MemberClash = "NETGEN009";
    public const string LanguageTooOld = "NETGEN010";

    // The declaration: found by Lowering.
    public const string NoLayers = "NETGEN011";
    public const string NoInputShape = "NETGEN012";
    public const string SizeNotPositive = "NETGEN013";
    public const string TooLarge = "NETGEN014";
    public const string L2OutOfRange = "NETGEN015";
    public const string AlphaOutOfRange = "NETGEN016";
    public const string ReluGradientOutOfRange = "NETGEN017";
    public const string UndefinedValue = "NETGEN018";
    public const string DuplicateName = "NETGEN019";
    public const string InvalidName = "NETGEN020";

    // Valid, but hardly meant: found by Lowering.
    public const string CrossEntropyWithoutSoftmax = "NETGEN021";
    public const string BinaryCrossEntropyWithoutSigmoid = "NETGEN022";
    public const string SoftmaxOverOneUnit = "NETGEN023";
    public const string OptionWithoutEffect = "NETGEN024";

    // Decided by Planning.
    public const string UnrollingRefused = "NETGEN025";
    public const string BudgetExceeded = "NETGEN026";

    // Our own mistake.
    public const string InternalError = "NETGEN999";
}
