using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Lowering;

namespace NetGen.Generator.Tests.Planning;

/// <summary>Plans of many declarations, the same in every run; some for a machine with narrow methods, so that programs fall into many parts.</summary>
internal static class RandomPlans
{
    private static readonly TargetProfile Narrow = new()
    {
        MethodStatements = 30, MethodInstructions = 900, MethodReferences = 300, MethodLocals = 20, AutoLayerCeiling = 60, AutoNetworkCeiling = 150,
    };

    public static IReadOnlyList<NetworkPlan> All { get; } =
    [
        .. Enumerable.Range(0, 400).Select(seed => NetworkCompiler.Plan(Declaration(new Random(seed)), seed % 2 == 0 ? Narrow : TargetProfile.Default).Plan!),
    ];

    private static NetworkModel Declaration(Random random)
    {
        Activation[] activations = Enum.GetValues<Activation>();
        LayerModel[] layers =
        [
            .. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Declare.Dense(
                random.Next(2) == 0 ? random.Next(1, 6) : random.Next(1, 40),
                activations[random.Next(activations.Length)],
                ("Bias", random.Next(3)),
                ("ReluGradientAtZero", random.Next(2)),
                ("L2", random.Next(2) * 0.1))),
        ];
        LossFunction? loss = random.Next(5) is var index && index < 4 ? (LossFunction)index : null;
        return Declare.Network([random.Next(1, 4), random.Next(1, 6)], loss, layers) with
        {
            Precision = (Precision)random.Next(2),
            Unroll = (Unroll)random.Next(3),
        };
    }
}
