using System;
using System.Linq;
using NetGen.Generator.Model;
using NetGen.Generator.Support;

namespace NetGen.Generator.Tests.Lowering;

/// <summary>Declarations as Parsing would hand them on.</summary>
internal static class Declare
{
    public static NetworkModel Network(int inputs, LossFunction? loss, params LayerModel[] layers) => Network([inputs], loss, layers);

    public static NetworkModel Network(int[] inputShape, LossFunction? loss, params LayerModel[] layers) => new(
        Type("Net"), inputShape.ToEquatableArray(), Precision.Single, Unroll.Auto, L2: 0, layers.ToEquatableArray(), loss, VectorSupport.Estimates);

    /// <summary>A class in the global namespace.</summary>
    public static TypeModel Type(string name) => new("", default, name, "", name + ".g.cs", default, default);

    /// <param name="units">How many.</param>
    /// <param name="activation">f.</param>
    /// <param name="options">Named arguments; an enum stands as its int.</param>
    public static LayerModel Dense(int units, Activation activation = Activation.Identity, params (string Name, object Value)[] options) => new(
        "Dense",
        options
            .Select(option => new LayerArgument(option.Name, option.Value is Enum value ? Convert.ToInt32(value) : option.Value))
            .Prepend(new LayerArgument("activation", (int)activation))
            .Prepend(new LayerArgument("units", units))
            .ToEquatableArray());
}
