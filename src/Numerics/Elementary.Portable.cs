#if !NET8_0_OR_GREATER
namespace NetGen.Numerics;

// Without vectors.
public static partial class Elementary
{
    public static partial float Exp(float x) => (float)PortableElementary.Exp(x);

    public static partial float Expm1(float x) => (float)PortableElementary.Expm1(x);

    public static partial float Log(float x) => (float)PortableElementary.Log(x);

    public static partial float XLogY(float x, float y) => (float)PortableElementary.XLogY(x, y);

    public static partial float XOverY(float x, float y) => (float)PortableElementary.XOverY(x, y);

    public static partial float Sigmoid(float z) => (float)PortableElementary.Sigmoid(z);

    public static partial float Tanh(float z) => (float)PortableElementary.Tanh(z);

    public static partial float Softplus(float z) => (float)PortableElementary.Softplus(z);

    public static partial float BinaryCrossEntropy(float z, float t) => (float)PortableElementary.BinaryCrossEntropy(z, t);

    public static partial float NormalDensity(float z) => (float)PortableElementary.NormalDensity(z);

    public static partial float NormalCdf(float z) => (float)PortableElementary.NormalCdf(z);

    public static partial double Exp(double x) => PortableElementary.Exp(x);

    public static partial double Expm1(double x) => PortableElementary.Expm1(x);

    public static partial double Log(double x) => PortableElementary.Log(x);

    public static partial double XLogY(double x, double y) => PortableElementary.XLogY(x, y);

    public static partial double XOverY(double x, double y) => PortableElementary.XOverY(x, y);

    public static partial double Sigmoid(double z) => PortableElementary.Sigmoid(z);

    public static partial double Tanh(double z) => PortableElementary.Tanh(z);

    public static partial double Softplus(double z) => PortableElementary.Softplus(z);

    public static partial double BinaryCrossEntropy(double z, double t) => PortableElementary.BinaryCrossEntropy(z, t);

    public static partial double NormalDensity(double z) => PortableElementary.NormalDensity(z);

    public static partial double NormalCdf(double z) => PortableElementary.NormalCdf(z);
}
#endif
