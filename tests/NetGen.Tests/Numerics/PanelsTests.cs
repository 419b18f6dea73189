using System;
using System.Collections.Generic;
#if !NETSTANDARD_LIBRARY
using System.Runtime.Intrinsics;
#endif
using NetGen.Numerics.Kernels;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>Products over panel storage: what generated code calls, every vector width, and the plain loops.</summary>
public class PanelsTests
{
    private static readonly Dictionary<string, Func<IPanelChecks>> s_checks = new()
    {
        ["float"] = () => new PanelChecks<SingleProducts, float>(),
        ["double"] = () => new PanelChecks<DoubleProducts, double>(),
        ["float, plain"] = () => new PanelChecks<PlainProducts<SingleLoops, float>, float>(),
        ["double, plain"] = () => new PanelChecks<PlainProducts<DoubleLoops, double>, double>(),
#if !NETSTANDARD_LIBRARY
        ["float, 128"] = () => new PanelChecks<LanesProducts<Single128, Vector128<float>, float>, float>(),
        ["float, 256"] = () => new PanelChecks<LanesProducts<Single256, Vector256<float>, float>, float>(),
        ["float, 512"] = () => new PanelChecks<LanesProducts<Single512, Vector512<float>, float>, float>(),
        ["double, 128"] = () => new PanelChecks<LanesProducts<Double128, Vector128<double>, double>, double>(),
        ["double, 256"] = () => new PanelChecks<LanesProducts<Double256, Vector256<double>, double>, double>(),
        ["double, 512"] = () => new PanelChecks<LanesProducts<Double512, Vector512<double>, double>, double>(),
#endif
    };

    public static TheoryData<string> Kernels
    {
        get
        {
            TheoryData<string> kernels = new();
            foreach (string name in s_checks.Keys)
            {
                kernels.Add(name);
            }

            return kernels;
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Multiply(string kernels) => s_checks[kernels]().Multiply();

    [Theory]
    [MemberData(nameof(Kernels))]
    public void MultiplyTransposed(string kernels) => s_checks[kernels]().MultiplyTransposed();

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Dot(string kernels) => s_checks[kernels]().Dot();

    [Theory]
    [MemberData(nameof(Kernels))]
    public void SumOuterProducts(string kernels) => s_checks[kernels]().SumOuterProducts();

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Sums_and_maps_of_rows(string kernels) => s_checks[kernels]().Sums_and_maps_of_rows();

    [Theory]
    [MemberData(nameof(Kernels))]
    public void A_row_has_the_same_bits_alone_and_among_others(string kernels) => s_checks[kernels]().A_row_has_the_same_bits_alone_and_among_others();

    [Theory]
    [MemberData(nameof(Kernels))]
    public void What_a_finish_does_beside_storing_is_done_for_every_sum(string kernels) => s_checks[kernels]().What_a_finish_does_beside_storing_is_done_for_every_sum();
}
