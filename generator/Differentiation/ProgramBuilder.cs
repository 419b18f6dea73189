using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Differentiation;

/// <summary>From the graph of a network to everything that it can be asked for.</summary>
internal static class ProgramBuilder
{
    public static IReadOnlyList<NetworkProgram> Build(NetworkGraph network)
    {
        List<NetworkProgram> programs = [new(ProgramKind.Forward, network.Output, null, null, [], null)];
        if (network.SampleError is { } error)
        {
            Tensor fused = LossFusion.Rewrite(network.Builder, error);
            fused.Label = new TensorLabel("e", "e", IsLandmark: true);
            programs.Add(new(ProgramKind.Loss, null, fused, network.Penalty, [], null));
            programs.Add(Backward(network, fused));
        }

        programs.Add(Backpropagate(network));
        return programs;
    }

    /// <summary>E = mean of e over the batch + penalty, and its gradients.</summary>
    private static NetworkProgram Backward(NetworkGraph network, Tensor error)
    {
        GraphBuilder graph = network.Builder;
        graph.Layer = null;
        Tensor one = graph.Constant(1);
        Tensor mean = graph.Apply(new Op.BatchMean(), error);
        List<(Tensor, Tensor)> seeds = [(mean, one)];
        if (network.Penalty is { } penalty)
        {
            seeds.Add((penalty, one));
        }

        return Gradients(network, ProgramKind.Backward, seeds) with { SampleError = error, Penalty = network.Penalty };
    }

    /// <summary>The gradients that follow from a gradient of the outputs, which comes from outside.</summary>
    private static NetworkProgram Backpropagate(NetworkGraph network)
    {
        Tensor gradient = network.Builder.Input("gy", "∂y", network.Output.Shape);
        return Gradients(network, ProgramKind.Backpropagate, [(network.Output, gradient)]);
    }

    private static NetworkProgram Gradients(NetworkGraph network, ProgramKind kind, IReadOnlyList<(Tensor Output, Tensor Gradient)> seeds)
    {
        Tensor[] wanted = [network.Input, .. network.Parameters.Select(parameter => parameter.Tensor)];
        IReadOnlyDictionary<Tensor, Tensor> gradients = ReverseWalk.Differentiate(network.Builder, seeds, wanted);
        return new(
            kind, null, null, null,
            network.Parameters.Select(parameter => (parameter, gradients[parameter.Tensor])).ToArray(),
            gradients[network.Input]);
    }
}
