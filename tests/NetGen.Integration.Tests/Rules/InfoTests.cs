using System;
using System.Linq;
using System.Reflection;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>Info and the constants say what was declared.</summary>
public class InfoTests
{
    public static TheoryData<string> All => RuleNetworks.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Info_has_the_canonical_places_shapes_and_costs(string name)
    {
        NetworkSpec spec = RuleNetworks.Specs[name];
        NetworkInfo info = InfoOf(RuleNetworks.Create(name));
        Assert.Equal(name, info.Name);
        Assert.Equal(spec.IsDouble ? Precision.Double : Precision.Single, info.Precision);
        Assert.Equal(spec.Loss, info.Loss?.ToString());
        Assert.Equal(spec.ParameterCount, info.ParameterCount);
        Assert.Equal((long)info.StorageLength * (spec.IsDouble ? 8 : 4), info.ParameterBytes);
        Assert.True(info.ScratchBytes >= 0 && info.StackBudget > 0);
        Assert.Equal(spec.Layers.Length, info.Layers.Count);

        foreach ((LayerPlace place, LayerInfo layer) in spec.LayerPlaces().Zip(info.Layers))
        {
            Assert.Equal("Dense", layer.Kind);
            Assert.Equal(place.Spec.Activation, layer.Activation.ToString());
            Assert.Equal(place.Inputs, layer.InputShape.Aggregate(1, (product, size) => product * size));
            Assert.Equal([place.Units], layer.OutputShape);
            Assert.Equal((long)place.Inputs * place.Units, layer.Macs);
            Assert.NotEmpty(layer.Plan);
            Assert.Contains(layer.Name, info.Plan, StringComparison.Ordinal);

            Assert.Equal(place.BiasCount == 0 ? ["W"] : ["W", "b"], layer.Parameters.Select(parameter => parameter.Name));
            Assert.Equal(place.WeightOffset, layer.Parameters[0].CanonicalOffset);
            Assert.Equal([place.Inputs, place.Units], layer.Parameters[0].Shape);
            if (place.BiasCount > 0)
            {
                Assert.Equal(place.BiasOffset, layer.Parameters[1].CanonicalOffset);
                Assert.Equal([place.BiasCount], layer.Parameters[1].Shape);
            }
        }

        Assert.Equal(info.Layers.Sum(layer => layer.Macs), info.Macs);
        Assert.Equal(info.Plan, info.ToString());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Sizes_are_constants_of_the_class_and_members_of_the_interface(string name)
    {
        NetworkSpec spec = RuleNetworks.Specs[name];
        object network = RuleNetworks.Create(name);
        int storage = InfoOf(network).StorageLength;
        Assert.Equal(spec.InputSize, Constant(network, "InputSize"));
        Assert.Equal(spec.OutputSize, Constant(network, "OutputSize"));
        Assert.Equal(spec.ParameterCount, Constant(network, "ParameterCount"));
        Assert.Equal(storage, Constant(network, "StorageLength"));

        (int inputs, int outputs, int parameters, int stored) = network is INetwork<double> d
            ? (d.InputSize, d.OutputSize, d.ParameterCount, d.StorageLength)
            : network is INetwork<float> f ? (f.InputSize, f.OutputSize, f.ParameterCount, f.StorageLength) : default;
        Assert.Equal((spec.InputSize, spec.OutputSize, spec.ParameterCount, storage), (inputs, outputs, parameters, stored));
    }

    [Fact]
    public void Layers_have_the_names_they_were_given_or_numbered_ones()
    {
        Assert.Equal(["hidden1", "middle", "hidden3", "output"], InfoOf(new NamedLayersNetwork()).Layers.Select(layer => layer.Name));
        Assert.Equal(["output"], InfoOf(new OneLayerNetwork()).Layers.Select(layer => layer.Name));
        Assert.Equal([false, true, false, true], InfoOf(new NamedLayersNetwork()).Layers.Select(layer => layer.IsNamed));
        Assert.Equal([null, 0.01, null, 0.2], InfoOf(new NamedLayersNetwork()).Layers.Select(layer => layer.Alpha));
        Assert.False(InfoOf(new OneLayerNetwork()).Layers[0].IsNamed);
        Assert.Null(InfoOf(new OneLayerNetwork()).Loss);
    }

    private static object? Constant(object network, string name)
    {
        FieldInfo? field = network.GetType().GetField(name, BindingFlags.Public | BindingFlags.Static);
        Assert.True(field is { IsLiteral: true }, $"{name} is no public constant.");
        return field!.GetRawConstantValue();
    }

    private static NetworkInfo InfoOf(object network)
    {
        PropertyInfo? property = network.GetType().GetProperty("Info", BindingFlags.Public | BindingFlags.Static);
        Assert.NotNull(property);
        var info = (NetworkInfo)property!.GetValue(null)!;
        Assert.Same(info, network is INetwork<double> d ? d.Info : ((INetwork<float>)network).Info);
        return info;
    }
}

[Network(3)]
[Dense(2)]
[Dense(3, Activation.LeakyRelu, Name = "middle")]
[Dense(2)]
[Dense(1, Activation.Elu, Alpha = 0.2, Name = "output")]
internal sealed partial class NamedLayersNetwork
{
}

[Network(2, 2)]
[Dense(1)]
internal sealed partial class OneLayerNetwork
{
}
