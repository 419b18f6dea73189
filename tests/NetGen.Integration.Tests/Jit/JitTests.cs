using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace NetGen.Integration.Tests.Jit;

/// <summary>The JIT is part of the machine: it must optimize what was written for it, and keep in registers what was meant to stay there.</summary>
public partial class JitTests
{
    private const string NarrowSetting = "EnableAVX512";

    /// <summary>
    /// They go from sample to sample, or from block to block, and leave the work to others: compiled in tiers, they end with these inlined. Weights are drawn once.
    /// </summary>
    private static readonly string[] MayBeTiered =
    [
        ":Forward(", ":ForwardMany(", ":Predict(", ":Accumulate(", ":AccumulateMany(", ":BackwardBlock(", ":Backpropagate(", ":BackpropagateMany(", "Many:Run(",
        "NetGen.Numerics.WeightInitializer:Fill(",
    ];

    /// <summary>The loops behind the products of layers: in both precisions, all of them run.</summary>
    private static readonly string[] Kernels = ["Tile", "SegmentTile", "DotTile", "DotRow", "RowTile", "RowSegments"];

    private static readonly Dictionary<string, Lazy<JitListing>> Listings = new()
    {
        ["all"] = new(() => JitListing.Run(null)),
        [NarrowSetting] = new(() => JitListing.Run(NarrowSetting)),
    };

    /// <summary>With the widest vectors of the machine, and with AVX-512 off.</summary>
    public static TheoryData<string> Settings => [.. Listings.Keys];

    [JitTheory]
    [MemberData(nameof(Settings))]
    public void No_method_drops_to_MinOpts(string setting)
    {
        JitListing listing = Listings[setting].Value;
        (string Method, string Tier)[] ours = [.. listing.Tiers.Where(compilation => JitListing.IsOurs(compilation.Method))];
        Assert.True(ours.Length > 300, $"{ours.Length} methods are too few.");
        AssertNone(ours.Where(compilation => compilation.Tier.Contains("MinOpts", StringComparison.Ordinal)));
    }

    /// <summary>What has loops and is not compiled in full for its first call comes with instruments, which find out how often the loops turn.</summary>
    [JitTheory]
    [MemberData(nameof(Settings))]
    public void Loops_are_compiled_in_full_for_their_first_call(string setting)
    {
        (string Method, string Tier)[] tiered =
        [
            .. Listings[setting].Value.Tiers.DistinctBy(compilation => compilation.Method).Where(compilation => compilation.Tier.StartsWith("Instrumented", StringComparison.Ordinal)),
        ];
        Assert.Contains(tiered, compilation => compilation.Method.Contains($"{nameof(JitChild)}:Call", StringComparison.Ordinal));
        AssertNone(tiered.Where(compilation =>
            JitListing.IsOurs(compilation.Method) && !MayBeTiered.Any(name => compilation.Method.Contains(name, StringComparison.Ordinal))));
    }

    [JitTheory]
    [MemberData(nameof(Settings))]
    public void Kernels_of_the_library_keep_their_sums_in_registers(string setting)
    {
        JitListing listing = Listings[setting].Value;
        foreach (string kernel in Kernels)
        {
            foreach (string lanes in new[] { $"Single{listing.Bits}", $"Double{listing.Bits}" })
            {
                JitMethod[] methods =
                [
                    .. listing.Methods.Where(method =>
                        method.Name.StartsWith($"NetGen.Numerics.Kernels.{kernel}`", StringComparison.Ordinal) && method.Name.Contains($".{lanes},", StringComparison.Ordinal)),
                ];
                Assert.True(methods.Length > 0, $"No {kernel} of {lanes} ran.");
                Assert.All(methods, method =>
                {
                    IReadOnlyList<string> loop = method.MainLoop;
                    Assert.DoesNotContain(loop, JitMethod.IsCall);
                    Assert.DoesNotContain(loop, JitMethod.IsSpill);

                    // The smallest tiles load two vectors for each product; more than that is not what was written.
                    Assert.True(5 * loop.Count(JitMethod.IsMultiplyAdd) >= loop.Count, $"{method}\n{string.Join("\n", loop)}");
                });
            }
        }
    }

    /// <summary>Among these tiles are those that fetch what comes next, for sums that are not finished yet and for gradients.</summary>
    [JitTheory]
    [MemberData(nameof(Settings))]
    public void Tiles_of_large_layers_fetch_what_comes_next(string setting)
    {
        JitListing listing = Listings[setting].Value;
        foreach (string lanes in new[] { $"Single{listing.Bits}", $"Double{listing.Bits}" })
        {
            foreach (string finish in new[] { "Partial", "Ahead" })
            {
                Assert.Contains(listing.Methods, method =>
                    method.Name.StartsWith("NetGen.Numerics.Kernels.Tile`", StringComparison.Ordinal) && method.Name.Contains($".{lanes},", StringComparison.Ordinal)
                    && method.Name.Contains($".{finish}`1[", StringComparison.Ordinal)
                    && method.Instructions.Any(instruction => instruction.StartsWith("prefetch", StringComparison.Ordinal)));
            }
        }
    }

    /// <summary>The loops of one sample in vectors: some sums of lanes are too many for the registers of today, but never more than one in four.</summary>
    [JitTheory]
    [MemberData(nameof(Settings))]
    public void Loops_of_one_sample_hold_products_and_no_calls(string setting)
    {
        JitListing listing = Listings[setting].Value;
        JitMethod[] rows =
        [
            .. listing.Methods.Where(method =>
                method.Name.StartsWith("NetGen.Generated.", StringComparison.Ordinal) && method.Name.Contains($"Row{listing.Bits}(", StringComparison.Ordinal)
                && method.MainLoop.Count > 0),
        ];
        Assert.True(rows.Length >= 2, $"{rows.Length} methods are too few.");
        Assert.All(rows, method =>
        {
            IReadOnlyList<string> loop = method.MainLoop;
            int products = loop.Count(JitMethod.IsMultiplyAdd);
            Assert.DoesNotContain(loop, JitMethod.IsCall);
            Assert.True(products >= 4 && 4 * loop.Count(JitMethod.IsSpill) <= products, $"{method}\n{string.Join("\n", loop)}");
        });
    }

    /// <summary>
    /// What the JIT inlines into one method is limited. Beyond that it calls what is a few instructions, with all vectors on the stack: such methods, and kernels with what a
    /// network makes of their sums, have to stay below.
    /// </summary>
    [JitTheory]
    [MemberData(nameof(Settings))]
    public void Methods_with_functions_call_nothing_small(string setting)
    {
        JitMethod[] methods =
        [
            .. Listings[setting].Value.Methods.Where(method => Written().IsMatch(method.Name) || Kernels.Any(kernel => method.Name.StartsWith($"NetGen.Numerics.Kernels.{kernel}`", StringComparison.Ordinal))),
        ];
        Assert.True(methods.Length >= 100, $"{methods.Length} methods are too few.");
        Assert.All(methods, method => Assert.DoesNotContain(method.Instructions, instruction => JitMethod.IsCall(instruction) && Small().IsMatch(instruction)));
    }

    [GeneratedRegex(@"^NetGen\.Generated\..*:\w*(Row|Steps|Map|In)\d+\(")]
    private static partial Regex Written();

    [GeneratedRegex(@"NetGen\.Numerics\.(Kernels\.(Arithmetic|\w+:get_|\w+Approximation)|Partial|Lanes|Fused)")]
    private static partial Regex Small();

    private static void AssertNone(IEnumerable<(string Method, string Tier)> compilations)
    {
        string list = string.Join("\n", compilations.Select(compilation => $"{compilation.Method} is {compilation.Tier}"));
        Assert.True(list.Length == 0, list);
    }
}
