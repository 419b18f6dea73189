using System;
using System.Linq;
using System.Reflection;
using NetGen.Compilation;
using NetGen.Integration.Tests.Support;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Rules;

/// <summary>A network has the members that its declaration leads to, under their names and types, and no others of them.</summary>
public class SurfaceTests
{
    /// <summary>The surface as a user's program calls it, on the class itself; it compiles or does not.</summary>
    private const string Calls =
        """
        namespace User
        {
            using System;
            using NetGen;

            [Network(2, 3, L2 = 0.001)]
            [Dense(4, Activation.Relu)]
            [Dense(3, Activation.Softmax)]
            [Loss(LossFunction.CrossEntropy)]
            public sealed partial class Net { }

            public static class Program
            {
                public static double Run()
                {
                    const int numbers = Net.InputSize + Net.OutputSize + Net.ParameterCount + Net.StorageLength;
                    var net = new Net();
                    Span<float> theta = net.Parameters;
                    Span<float> inputs = new float[2 * Net.InputSize], outputs = new float[2 * Net.OutputSize];
                    Span<float> targets = stackalloc float[2 * Net.OutputSize], gradients = new float[Net.StorageLength], inputGradients = new float[2 * Net.InputSize];
                    ReadOnlySpan<int> labels = stackalloc int[] { 1, 2 };
                    Span<int> classes = stackalloc int[2];
                    targets[1] = targets[5] = 1;
                    net.Initialize(3UL);
                    net.Forward(inputs, outputs);
                    float sum = net.Loss(inputs, targets) + net.Loss(inputs, labels);
                    sum -= net.Backward(inputs, targets, gradients) + net.Backward(inputs, labels, gradients, inputGradients);
                    sum += net.Backward(inputs, labels, gradients) - net.Backward(inputs, targets, gradients, inputGradients);
                    net.Backpropagate(inputs, outputs, gradients, inputGradients);
                    net.Backpropagate(inputs, outputs, gradients, default);
                    sum += net.TrainStep(inputs, targets, 0f) - net.TrainStep(inputs, labels, 0f);
                    var optimizer = new NetGen.Optimizers.Adam<float>(0);
                    sum += net.TrainStep(inputs, targets, optimizer) - net.TrainStep(inputs, labels, optimizer);
                    net.Predict(inputs, classes);
                    int one = net.Predict(inputs.Slice(0, Net.InputSize));
                    Span<float> canonical = new float[Net.ParameterCount];
                    Net.ToCanonical(theta, canonical);
                    Net.FromCanonical(canonical, theta);
                    NetworkInfo info = Net.Info;
                    IClassifier<float> all = net;
                    ITrainableNetwork<float> some = all;
                    INetwork<float> least = some;
                    return Math.Abs(sum) + Math.Abs(one - classes[0]) + (least.StorageLength + Net.InputSize + Net.OutputSize + Net.ParameterCount - numbers)
                        + (info.ParameterCount - Net.ParameterCount);
                }
            }
        }
        """;

    public static TheoryData<string> All => RuleNetworks.All;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_surface_compiles_as_a_user_writes_it(bool checkOverflow)
    {
        CompiledNetworks compiled = NetworkCompilation.Compile(Calls, new CompilationSettings { CheckOverflow = checkOverflow, AllowUnsafe = !checkOverflow });
        double result = (double)compiled.Assembly.GetType("User.Program")!.GetMethod("Run")!.Invoke(null, null)!;
        Assert.Equal(0, result, 1e-6);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Interfaces_are_those_that_the_class_has_the_members_for(string name)
    {
        NetworkSpec spec = RuleNetworks.Specs[name];
        object network = RuleNetworks.Create(name);
        bool trains = spec.Loss is not null;
        bool classifies = spec.TakesLabels && spec.Predicts;
        Assert.Equal(!spec.IsDouble, network is INetwork<float>);
        Assert.Equal(spec.IsDouble, network is INetwork<double>);
        Assert.Equal(trains, network is ITrainableNetwork<float> or ITrainableNetwork<double>);
        Assert.Equal(classifies, network is IClassifier<float> or IClassifier<double>);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Members_that_need_a_loss_labels_or_classes_are_there_only_with_them(string name)
    {
        NetworkSpec spec = RuleNetworks.Specs[name];
        string[] members = [.. RuleNetworks.Create(name).GetType()
            .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is not ConstructorInfo && member is not MethodInfo { IsSpecialName: true })
            .Select(member => member.Name)
            .Order()];

        int targets = spec.TakesLabels ? 2 : 1;
        string[] expected =
        [
            "InputSize", "OutputSize", "ParameterCount", "StorageLength", "Parameters", "Info",
            "Initialize", "ToCanonical", "FromCanonical", "Forward", "Backpropagate",
            .. spec.Loss is null ? [] : Enumerable.Repeat("Loss", targets).Concat(Enumerable.Repeat("TrainStep", 2 * targets)).Concat(Enumerable.Repeat("Backward", 2 * targets)),
            .. spec.Predicts ? ["Predict", "Predict"] : Array.Empty<string>(),
        ];
        Assert.Equal(expected.Order(), members);
    }
}
