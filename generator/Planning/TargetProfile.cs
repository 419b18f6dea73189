using System;
using NetGen.Generator.Graph;
using NetGen.Numerics;

namespace NetGen.Generator.Planning;

/// <summary>What the machine, its JIT and the C# compiler allow: every number that Planning decides by, each with its reason.</summary>
internal sealed record TargetProfile
{
    public static TargetProfile Default { get; } = new();

    /// <summary>
    /// Multiply-accumulates up to which Auto unrolls a layer. Unrolling gains 44 % at 4×16, 12 % at 16×16 and nothing above, while the text keeps growing.
    /// </summary>
    public int AutoLayerCeiling { get; init; } = 256;

    /// <summary>
    /// Multiply-accumulates up to which Auto unrolls layers of one network: with those of units it keeps a generated file under 200 KB. Beyond that a call of one sample
    /// loses no more than a tenth.
    /// </summary>
    public int AutoNetworkCeiling { get; init; } = 256;

    /// <summary>
    /// Units up to which Auto unrolls layers of one network: with activation, delta and gradient a unit takes the text of four multiply-accumulates, which
    /// in layers of few inputs is more than these take.
    /// </summary>
    public int AutoUnitCeiling { get; init; } = 64;

    /// <summary>
    /// Multiply-accumulates up to which Full unrolls, for a layer and for the network: about 7,000 statements. From 10,000 on the C# compiler takes
    /// seconds longer.
    /// </summary>
    public int FullCeiling { get; init; } = 2048;

    /// <summary>Inputs up to which a layer is unrolled: the sum of one unit has to fit into one method.</summary>
    public int InputCeiling { get; init; } = 768;

    /// <summary>Units up to which Full unrolls layers of one network: again about 7,000 statements.</summary>
    public int FullUnitCeiling { get; init; } = 256;

    /// <summary>Statements of a method: at about 2,000 multiply-adds the JIT gives up optimizing (MinOpts), which costs a factor of 4 to 5.</summary>
    public int MethodStatements { get; init; } = 800;

    /// <summary>IL instructions of a method, as estimated: MinOpts begins at 20,000.</summary>
    public int MethodInstructions { get; init; } = 11_000;

    /// <summary>Uses of local variables in a method, as estimated: MinOpts begins at 8,000.</summary>
    public int MethodReferences { get; init; } = 5_000;

    /// <summary>Local variables of a method: from 512 on the JIT stops inlining.</summary>
    public int MethodLocals { get; init; } = 400;

    /// <summary>Arrays of parameters whose penalties are computed in one method: each is a loop nest of 80 IL instructions and 4 locals.</summary>
    public int MethodPenalties { get; init; } = 64;

    /// <summary>Products in one statement: nested expressions of more run at half the speed, and a hundred levels overflow the compiler's stack.</summary>
    public int TermsPerStatement { get; init; } = 8;

    /// <summary>
    /// Vectors of a value that a sample has, though in 256 bits sixteen registers do not hold them all; beyond that, and in vectors of 128 bits, a block of one sample is
    /// faster or as fast.
    /// </summary>
    public int RowVectors(int bits) => bits == 128 ? 8 : 16;

    /// <summary>
    /// Vectors of sums that grow side by side, in segments of a sum or in one: eight hide the latency of an addition and leave registers for what they are made of.
    /// But memory goes past faster where all columns of a row are taken at once, even if a sum or two find no register.
    /// </summary>
    public int RowAccumulators(int segments) => segments > 1 ? 8 : 16;

    /// <summary>Multiply-adds of vectors up to which a product of one sample is written out; more become a loop.</summary>
    public int RowProducts { get; init; } = 24;

    /// <summary>Multiply-adds along the lanes up to which all sums of a product are written out; more become a loop over the panels of the matrix.</summary>
    public int RowSums { get; init; } = 96;

    /// <summary>
    /// Functions of vectors, such as tanh, that a method for one sample may have written out; with more, they stand in loops. Each is inlined, and after a dozen the JIT calls what
    /// is within instead, and what comes behind.
    /// </summary>
    public int RowFunctions { get; init; } = 12;

    /// <summary>
    /// Statements of a method for one sample in vectors, as estimated: with more, a file would be longer than anybody reads. In narrower vectors fewer, because they need
    /// more text for less gain.
    /// </summary>
    public int RowStatements(int bits) => bits switch
    {
        512 => 700,
        256 => 540,
        _ => 120,
    };

    /// <summary>
    /// Multiply-adds of one sample, with those of the deltas, up to which samples are put into the lanes. Blocks of samples waste what panels are wider than layers, and
    /// what a tile takes to begin and to end: at 1,600 they need half as long again, at 2,800 a fifth. Sixteen registers do not hold what the lanes read again and again,
    /// so that blocks are level from 1,000 on.
    /// </summary>
    public int SampleProducts(int bits) => bits == 512 ? 3000 : 1000;

    /// <summary>Numbers that are made of one sample, up to which there are methods for all of their statements.</summary>
    public int SampleNumbers { get; init; } = 400;

    /// <summary>Kernels of a program up to which samples are put into the lanes: so much text comes with each, that deep networks have it for the widest vectors only.</summary>
    public int SampleKernels(int bits) => bits < 512 ? 60 : int.MaxValue;

    /// <summary>Of the multiply-adds, those of one product that are written out; more become a loop, as nearly all do where there are few registers.</summary>
    public int SampleUnrolled(int bits) => bits == 512 ? 64 : 8;

    /// <summary>Units of a product that is written out: as many sums as grow side by side.</summary>
    public int SampleUnits { get; init; } = 16;

    /// <summary>Factors of a product in a loop over its units that stay in registers meanwhile; more are taken from memory, in a loop over these.</summary>
    public int SampleFactors(int bits) => bits == 512 ? int.MaxValue : 10;

    /// <summary>
    /// Sums of all units up to which a product of more factors is a loop over these, which reads each of them once, and not over the units: as many stay in sixteen
    /// registers beside a factor and a weight.
    /// </summary>
    public int SampleSums { get; init; } = 12;

    /// <summary>
    /// Functions of vectors, such as tanh, in a method up to which they may be written out: each is inlined wherever it stands, and after a dozen the JIT calls what
    /// is within instead. In a loop each stands once.
    /// </summary>
    public int SampleFunctions { get; init; } = 8;

    /// <summary>Functions behind the last product from which on they are a part of their own, which reads what the products have left in memory.</summary>
    public int SampleOutputFunctions { get; init; } = 3;

    /// <summary>
    /// Samples from which on predictions are in the lanes at all. Above, <see cref="SampleCost"/> decides, in multiply-adds of a vector of 64 bytes, by the following:
    /// what fits eighteen networks of 12 to 1,700 products on a Zen 5, so that the estimate is within two samples of where the two ways take as long. As many as fill a
    /// vector are always enough.
    /// </summary>
    public int SampleMinimum { get; init; } = 7;

    /// <summary>In the lanes: calls, and what comes and goes.</summary>
    public int LanesCost { get; init; } = 90;

    /// <summary>In the lanes: to bring a number of every sample there.</summary>
    public int LanesInputCost { get; init; } = 3;

    /// <summary>In the lanes: a function such as exp.</summary>
    public int LanesFunctionCost { get; init; } = 14;

    /// <summary>By itself: a call.</summary>
    public int SampleCallCost { get; init; } = 6;

    /// <summary>By itself: to wait for the functions of a layer, few vectors one behind the other.</summary>
    public int SampleFunctionsCost { get; init; } = 24;

    /// <summary>By itself: to wait for a layer more than two, since the next sample does not begin early enough.</summary>
    public int SampleLayerCost { get; init; } = 28;

    /// <summary>The same as <see cref="SampleMinimum"/> where gradients are made, which one by one are read and written again and again.</summary>
    public int SampleMinimumOfGradients { get; init; } = 4;

    /// <summary>
    /// Samples, by that estimate, up to which networks with a narrow layer predict in the lanes of narrower vectors, too: these take hardly less time, for half as many.
    /// 16-32-2 (11) takes a quarter less one by one, 8-32-2 (9) a quarter more.
    /// </summary>
    public int SampleHalfMinimum { get; init; } = 9;

    /// <summary>And the multiply-adds up to which they do. One by one, 30-20-10-1 takes half as long.</summary>
    public int SampleHalfProducts { get; init; } = 600;

    /// <summary>
    /// Multiply-adds of a forward pass up to which as few samples as fill half a vector run in one of half the width, if sums have the same order there: they come and go without
    /// a copy. Nearly all products are loops over the units there, because sixteen registers are few: with more of them that takes longer than a vector that is half empty.
    /// </summary>
    public int SampleHalves { get; init; } = 400;

    /// <summary>
    /// Samples in the lanes that stand in memory at once: what is done once for all of them takes as long as four. No power of two, at
    /// which their rows would crowd into the same sets of the cache.
    /// </summary>
    public int SampleRows { get; init; } = 528;

    /// <summary>Bytes that they may take: a first-level cache, and half of what a call takes from the stack.</summary>
    public int SampleBytes { get; init; } = 32_768;

    /// <summary>Bytes of a cache line and of the widest vector: where rows of a looped layer begin.</summary>
    public int AlignmentBytes { get; init; } = StackMemory.Alignment;

    /// <summary>
    /// Samples up to which a network that has blocks is faster one by one, if it is small: a block takes its time for every layer, and most for one that is narrower than a
    /// vector, whose sums along the lanes a sample alone makes by the way: 128 samples of 64-10 and of 8-64-2 take a quarter less, of 32-40-2 (1,360) as long, and 16 of 16-64-4 a
    /// quarter less. Where there are enough for the lanes, that goes first. A training step needs gradients in memory then, which a block does without: four samples of 8-64-2
    /// and of 3-32-32-1 take six tenths, two of 4-64-64-2 (4,480) eight tenths, and of 64-100-10 (7,400) a quarter more, whose gradients are no longer near.
    /// </summary>
    public int FewSamples(bool isForward, long products, bool isNarrow) => (isForward, products) switch
    {
        (true, <= 1_200) when isNarrow => int.MaxValue,
        (true, <= 3_500) when isNarrow => 16,
        (true, <= 10_000) => 7,
        (false, <= 1_200) when isNarrow => 12,
        (false, <= 3_500) => 4,
        (false, <= 5_000) => 3,
        _ => 1,
    };

    /// <summary>Samples that run together through products of matrices: tiles of 8 rows are at the peak from here on, and a common mini-batch is one block.</summary>
    public int BlockRows { get; init; } = 128;

    /// <summary>Numbers of working memory that a block may take; wider networks have fewer rows in a block, but at least one tile.</summary>
    public int BlockNumbers { get; init; } = 1 << 20;

    /// <summary>Stages of a block that stand in one method; with more, each group has a method of its own.</summary>
    public int BlockStages { get; init; } = 60;

    /// <summary>Bytes of parameters up to which a network is small: they stay in the first-level cache, so that blocks of few samples cost nothing.</summary>
    public int CacheBytes { get; init; } = 32_768;

    /// <summary>Rows of a register tile.</summary>
    public int TileRows { get; init; } = 8;

    /// <summary>Bytes of working memory that a call takes from the stack: the library decides by the same number.</summary>
    public int StackBudget { get; init; } = StackMemory.Budget;

    /// <summary>Numbers of outputs that a prediction of classes keeps at once: a few KB of the stack, which the runtime clears.</summary>
    public int PredictedNumbers { get; init; } = 1024;
}
