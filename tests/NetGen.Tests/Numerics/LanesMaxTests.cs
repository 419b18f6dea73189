#if !NETSTANDARD_LIBRARY
using System;
using System.Linq;
using System.Numerics;
using System.Reflection;
using System.Runtime.Intrinsics;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>What is made of all lanes of a vector, for every width and both number types.</summary>
public class LanesMaxTests
{
    public static TheoryData<string> Overloads(string name)
    {
        TheoryData<string> overloads = new();
        foreach (MethodInfo method in typeof(Lanes).GetMethods().Where(method => method.Name == name))
        {
            overloads.Add(method.ToString()!);
        }

        return overloads;
    }

    [Theory]
    [MemberData(nameof(Overloads), "Max")]
    public void Max_is_the_largest_wherever_it_stands(string overload)
    {
        for (int lane = 0; lane < CountOf(overload); lane++)
        {
            double[] numbers = [.. Enumerable.Range(1, CountOf(overload)).Select(i => -(double)i)];
            numbers[lane] = -0.5;
            Assert.Equal(-0.5, Invoke(overload, numbers)[0]);

            numbers[lane] = double.PositiveInfinity;
            Assert.Equal(double.PositiveInfinity, Invoke(overload, numbers)[0]);
        }

        Assert.Equal(double.NegativeInfinity, Invoke(overload, [.. Enumerable.Repeat(double.NegativeInfinity, CountOf(overload))])[0]);
    }

    [Theory]
    [MemberData(nameof(Overloads), "Sum")]
    public void Sum_counts_every_lane_once(string overload)
    {
        double[] powers = [.. Enumerable.Range(0, CountOf(overload)).Select(i => (double)(1 << i))];
        Assert.Equal(powers.Sum(), Invoke(overload, powers)[0]);
    }

    [Theory]
    [MemberData(nameof(Overloads), "Sums")]
    public void A_vector_has_the_same_sum_in_whatever_company(string overload)
    {
        Random random = new(1);
        MethodInfo sums = Find(overload);
        double[][] vectors = [.. sums.GetParameters().Select(_ => Enumerable.Range(0, CountOf(overload)).Select(_ => (double)random.NextSingle()).ToArray())];
        string sum = Find("Sum", sums.GetParameters()[0].ParameterType).ToString()!;

        double[] actual = Invoke(overload, vectors);
        Assert.Equal(vectors.Select(vector => Invoke(sum, vector)[0]), actual.Take(vectors.Length));
        Assert.All(actual.Skip(vectors.Length), number => Assert.Equal(0, number));
    }

    private static MethodInfo Find(string overload) => typeof(Lanes).GetMethods().Single(method => method.ToString() == overload);

    private static MethodInfo Find(string name, Type vector) => typeof(Lanes).GetMethods().Single(method => method.Name == name && method.GetParameters()[0].ParameterType == vector);

    /// <summary>Lanes of the vectors that an overload takes.</summary>
    private static int CountOf(string overload)
    {
        Type vector = Find(overload).GetParameters()[0].ParameterType;
        return (int)vector.GetProperty("Count")!.GetValue(null)!;
    }

    private static double[] Invoke(string overload, params double[][] vectors)
    {
        MethodInfo method = Find(overload);
        object result = method.Invoke(null, [.. vectors.Select(vector => Vector(vector, method.GetParameters()[0].ParameterType))])!;
        return result switch
        {
            float number => [number],
            double number => [number],
            Vector128<float> vector => Numbers(vector.ToVector256().ToVector512(), Vector128<float>.Count),
            Vector256<float> vector => Numbers(vector.ToVector512(), Vector256<float>.Count),
            Vector512<float> vector => Numbers(vector, Vector512<float>.Count),
            Vector128<double> vector => Numbers(vector.ToVector256().ToVector512(), Vector128<double>.Count),
            Vector256<double> vector => Numbers(vector.ToVector512(), Vector256<double>.Count),
            _ => Numbers((Vector512<double>)result, Vector512<double>.Count),
        };
    }

    private static object Vector(double[] numbers, Type type)
    {
        float[] singles = [.. numbers.Select(number => (float)number)];
        return type == typeof(Vector128<float>) ? Vector128.Create(singles)
            : type == typeof(Vector256<float>) ? Vector256.Create(singles)
            : type == typeof(Vector512<float>) ? Vector512.Create(singles)
            : type == typeof(Vector128<double>) ? Vector128.Create(numbers)
            : type == typeof(Vector256<double>) ? Vector256.Create(numbers)
            : (object)Vector512.Create(numbers);
    }

    private static double[] Numbers<T>(Vector512<T> vector, int count)
        where T : unmanaged, INumber<T> => [.. Enumerable.Range(0, count).Select(i => double.CreateChecked(vector[i]))];
}
#endif
