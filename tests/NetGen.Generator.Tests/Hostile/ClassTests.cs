using Xunit;

namespace NetGen.Generator.Tests.Hostile;

/// <summary>What else the class may be and have.</summary>
public sealed class ClassTests
{
    [Theory]
    [InlineData("% public partial class Net { public Net(int a) { } private Net(string a) : this(3) { } static Net() { } ~Net() { } }")]
    [InlineData("% public abstract partial class Net { protected Net() { } public abstract int A { get; } }")]
    [InlineData("% public sealed partial class Net { private Net() { } public static Net Create() => new Net(); public static readonly Net Instance = new Net(); }")]
    [InlineData("% public partial class Net(int size, string name) { public int Size => size; public string Name { get; } = name; }", 12)]
    [InlineData("% public partial class Net(int StorageLength1, float[] weights, ulong seed) : Base(weights) { public ulong A => seed + (ulong)StorageLength1; } public class Base(float[] w) { public float[] W => w; }", 12)]
    [InlineData("% public partial class Net { public required int A { get; init; } public required string B; }", 11)]
    [InlineData("% public partial class Net { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Net() { A = 3; } public required int A { get; init; } }", 11)]
    public void ConstructorsOfTheUsersOwn(string source, double version = 9) => HostileTest.AssertClean(source, version);

    [Theory]
    [InlineData("inputs")]
    [InlineData("Initialize")]
    [InlineData("StorageLength")]
    [InlineData("NewStorage")]
    [InlineData("_netGenStorage")]
    [InlineData("NetGen")]
    [InlineData("System")]
    [InlineData("global")]
    [InlineData("seed")]
    public void APrimaryConstructorMayNameItsParametersAsItLikes(string name) => HostileTest.AssertClean($$"""
        % public partial class Net(string {{name}}) { public string Kept { get; } = {{name}}; }
        """, version: 12);

    [Theory]
    [InlineData("% partial class Net : System.Collections.Generic.List<int> { }")]
    [InlineData("% partial class Net : System.Attribute { }")]
    [InlineData("% partial class Net : System.Exception { }")]
    [InlineData("% partial class Net : System.MarshalByRefObject { }")]
    [InlineData("% partial class Net : System.IO.MemoryStream { }")]
    [InlineData("% partial class Net<T> : Base<Net<T>> where T : class { } abstract class Base<T> where T : Base<T> { public T? Self { get; set; } }")]
    [InlineData("% partial class Net : System.IDisposable, System.IEquatable<Net> { public void Dispose() { } public bool Equals(Net? other) => true; public override bool Equals(object? o) => true; public override int GetHashCode() => 0; }")]
    [InlineData("% partial class Net { public static bool operator ==(Net a, Net b) => true; public static bool operator !=(Net a, Net b) => true; public override bool Equals(object? o) => true; public override int GetHashCode() => 0; public static implicit operator System.Span<float>(Net a) => default; public static implicit operator bool(Net a) => true; }")]
    [InlineData("% partial class Net { public int this[int i] => i; public int this[string s] => 3; public event System.Action Done { add { } remove { } } }")]
    [InlineData("% partial class Net { public override string ToString() => \"\"; public void Forward() { } public static int Loss(int a) => a; public int Predict(float[] x) => 3; }")]
    [InlineData("public interface IForward { void Forward(System.ReadOnlySpan<float> x, System.Span<float> y); int Info { get; } } % partial class Net : IForward { void IForward.Forward(System.ReadOnlySpan<float> x, System.Span<float> y) { } int IForward.Info => 3; }")]
    [InlineData("% partial class Net { partial void Hook(); partial void Hook() { } public async System.Threading.Tasks.Task A() { await System.Threading.Tasks.Task.Yield(); } public System.Collections.Generic.IEnumerable<int> B() { yield return 3; } }")]
    public void BasesAndMembersOfTheUsersOwn(string source) => HostileTest.AssertClean(source);

    [Theory]
    [InlineData("public int InputSize, OutputSize, ParameterCount, StorageLength, Info, Parameters, Initialize, Forward, Loss, Backward, TrainStep, Predict, Backpropagate, ToCanonical, FromCanonical;")]
    [InlineData("public static int InputSize() => 3; public const int Forward = 3; public virtual int Info => 3; protected class Parameters { } internal enum Loss { A } public delegate void Predict(); public event System.Action Backward { add { } remove { } }")]
    [InlineData("public virtual void Forward(System.ReadOnlySpan<float> x, System.Span<float> y) { } public virtual void Forward(System.ReadOnlySpan<double> x, System.Span<double> y) { } public virtual float Loss(System.ReadOnlySpan<float> x, System.ReadOnlySpan<float> t) => 3;")]
    [InlineData("protected internal float[] _netGenStorage = new float[0], _netGenGradients = new float[0]; protected class NetGen { }")]
    [InlineData("private int Forward, Info; public int Get() => Forward + Info; private protected int Loss;")]
    public void InheritedMembersOfGeneratedNames(string members) => HostileTest.AssertClean($$"""
        public class Far { {{members}} }
        public class Near : Far { }
        % public partial class Net : Near { }
        """.Replace("private int Forward, Info;", "private int Forward = 1, Info = 2;"));

    [Fact]
    public void ABaseThatImplementsTheContract() => HostileTest.AssertClean("""
        public abstract class Base : NetGen.INetwork<float>
        {
            public int InputSize => 1; public int OutputSize => 1; public int ParameterCount => 0; public int StorageLength => 0;
            public NetGen.NetworkInfo Info => throw new System.NotSupportedException();
            public System.Span<float> Parameters => default;
            public virtual void Initialize(ulong seed) { }
            public virtual void Forward(System.ReadOnlySpan<float> inputs, System.Span<float> outputs) { }
            public void Backpropagate(System.ReadOnlySpan<float> a, System.ReadOnlySpan<float> b, System.Span<float> c, System.Span<float> d) { }
            public void ToCanonical(System.ReadOnlySpan<float> a, System.Span<float> b) { }
            public void FromCanonical(System.ReadOnlySpan<float> a, System.Span<float> b) { }
        }
        % public partial class Net : Base { }
        """);

    [Theory]
    [InlineData("% partial class Net<T> { }")]
    [InlineData("% partial class Net<T, U> where T : struct, System.IComparable<T> where U : Net<T, U>, new() { }")]
    [InlineData("% partial class Net<T> where T : unmanaged { public T Value { get; set; } }")]
    [InlineData("% partial class Net<T> where T : class? { } % partial class Net { }")]
    [InlineData("% partial class Net<T> where T : allows ref struct { }", 13)]
    public void AGenericNetwork(string source, double version = 9) => HostileTest.AssertClean(source, version);

    [Fact]
    public void AttributesOnDifferentParts() => HostileTest.AssertClean("""
        [NetGen.Loss(NetGen.LossFunction.CrossEntropy)] partial class Net { }
        internal sealed partial class Net { }
        [NetGen.Dense(3)] [NetGen.Dense(2, NetGen.Activation.Softmax)] partial class Net { }
        partial class Net : System.IDisposable { public void Dispose() { } }
        [NetGen.Network(4)] partial class Net { }
        """);

    [Theory]
    [InlineData("[System.Obsolete]")]
    [InlineData("[System.Obsolete(\"old\")]")]
    [InlineData("[System.Obsolete(\"old\", true)]")]
    [InlineData("[System.Serializable]")]
    [InlineData("[System.Diagnostics.DebuggerDisplay(\"x\"), System.ComponentModel.Description(\"x\")]")]
    [InlineData("[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential)]")]
    [InlineData("[System.Runtime.CompilerServices.CompilerGenerated]")]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"x\", \"1\")]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"X001\")]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.RequiresUnreferencedCode(\"x\")]")]
    [InlineData("[System.Reflection.DefaultMember(\"Forward\")]")]
    [InlineData("[System.Runtime.Versioning.SupportedOSPlatform(\"windows\")]")]
    public void OtherAttributes(string attribute) => HostileTest.AssertClean($$"""
        {{attribute}} % public partial class Net { }
        % {{attribute}} internal sealed partial class Net2 { }
        {{attribute}} public partial class Outer { % public partial class Net { } }
        """);
}
