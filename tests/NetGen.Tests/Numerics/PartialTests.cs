#if !NETSTANDARD_LIBRARY
using System;
using System.Linq;
using System.Numerics;
using System.Runtime.Intrinsics;
using NetGen.Numerics;
using Xunit;

namespace NetGen.Tests.Numerics;

/// <summary>The first numbers of vectors of every width, in memory that ends with them.</summary>
public class PartialTests
{
    [Fact]
    public void Of_single() => Check<float>();

    [Fact]
    public void Of_double() => Check<double>();

    private static void Check<T>()
        where T : unmanaged, INumber<T>
    {
        Operand<T> operand = new(seed: 1, atEnd: true);
        for (int count = 1; count <= Vector512<T>.Count; count++)
        {
            T[] numbers = operand.Numbers(count).ToArray();
            AssertStart(numbers, Partial.Load512(ref operand.Numbers(count)[0], count));
            Store(operand, count, (ref T target) => Partial.Store(Vector512.Create(numbers.Concat(Nans<T>()).Take(Vector512<T>.Count).ToArray()), ref target, count));
            AssertStart(numbers, Partial.Keep(Vector512.Create(numbers.Concat(Nans<T>()).Take(Vector512<T>.Count).ToArray()), count));
            if (count <= Vector256<T>.Count)
            {
                AssertStart(numbers, Partial.Load256(ref operand.Numbers(count)[0], count).ToVector512());
                Store(operand, count, (ref T target) => Partial.Store(Vector256.Create(numbers.Concat(Nans<T>()).Take(Vector256<T>.Count).ToArray()), ref target, count));
                AssertStart(numbers, Partial.Keep(Vector256.Create(numbers.Concat(Nans<T>()).Take(Vector256<T>.Count).ToArray()), count).ToVector512());
            }

            if (count <= Vector128<T>.Count)
            {
                AssertStart(numbers, Partial.Load128(ref operand.Numbers(count)[0], count).ToVector256().ToVector512());
                Store(operand, count, (ref T target) => Partial.Store(Vector128.Create(numbers.Concat(Nans<T>()).Take(Vector128<T>.Count).ToArray()), ref target, count));
                AssertStart(numbers, Partial.Keep(Vector128.Create(numbers.Concat(Nans<T>()).Take(Vector128<T>.Count).ToArray()), count).ToVector256().ToVector512());
            }
        }
    }

    private delegate void StoreAt<T>(ref T target);

    /// <summary>Behind the numbers there is nothing; before them is what must stay.</summary>
    private static void Store<T>(Operand<T> operand, int count, StoreAt<T> store)
        where T : unmanaged, INumber<T>
    {
        T[] expected = [T.One, .. operand.Numbers(count)];
        Span<T> target = operand.Fill(count + 1, T.One);

        store(ref target[1]);

        Assert.Equal(expected, target.ToArray());
    }

    private static void AssertStart<T>(T[] numbers, Vector512<T> vector)
        where T : unmanaged, INumber<T>
    {
        T[] lanes = new T[Vector512<T>.Count];
        vector.CopyTo(lanes);
        Assert.Equal([.. numbers, .. Enumerable.Repeat(T.Zero, lanes.Length - numbers.Length)], lanes);
    }

    private static T[] Nans<T>()
        where T : INumber<T> => [.. Enumerable.Repeat(T.CreateChecked(double.NaN), Vector512<T>.Count)];
}
#endif
