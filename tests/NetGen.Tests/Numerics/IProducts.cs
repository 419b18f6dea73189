using System;
using System.Numerics;
using NetGen.Numerics;
using NetGen.Numerics.Kernels;

namespace NetGen.Tests.Numerics;

/// <summary>The products of <see cref="Panels"/> in one number type and, perhaps, one vector width.</summary>
public interface IProducts<T>
    where T : unmanaged, INumber<T>
{
    static abstract void Multiply<TFinish>(
        ReadOnlySpan<T> a, int aRow, ReadOnlySpan<T> p, in PanelShape shape, ReadOnlySpan<T> bias, Span<T> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<T>;

    static abstract void MultiplyTransposed<TFinish>(
        ReadOnlySpan<T> a, int aRow, ReadOnlySpan<T> p, in PanelShape shape, ReadOnlySpan<T> bias, Span<T> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<T>;

    static abstract void Dot<TFinish>(
        ReadOnlySpan<T> a, int aRow, ReadOnlySpan<T> p, in PanelShape shape, ReadOnlySpan<T> bias, Span<T> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<T>;

    static abstract void SumOuterProducts<TFinish>(
        ReadOnlySpan<T> left, int leftRow, ReadOnlySpan<T> right, int rightRow, int rows, Span<T> target, in PanelShape shape, TFinish finish)
        where TFinish : struct, IFinish<T>;

    static abstract void SumRows<TFinish>(ReadOnlySpan<T> source, int sourceRow, int rows, Span<T> target, TFinish finish)
        where TFinish : struct, IFinish<T>;

    static abstract void SumAll<TFinish>(ReadOnlySpan<T> source, int sourceRow, int rows, int columns, ref T target, TFinish finish)
        where TFinish : struct, IFinish<T>;

    static abstract void Each<TFinish>(Span<T> target, int targetRow, int rows, int columns, TFinish finish)
        where TFinish : struct, IFinish<T>;
}

/// <summary>What generated code calls.</summary>
public readonly struct SingleProducts : IProducts<float>
{
    public static void Multiply<TFinish>(
        ReadOnlySpan<float> a, int aRow, ReadOnlySpan<float> p, in PanelShape shape, ReadOnlySpan<float> bias, Span<float> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<float> =>
        Panels.Multiply(a, aRow, p, shape, bias, target, targetRow, rows, finish);

    public static void MultiplyTransposed<TFinish>(
        ReadOnlySpan<float> a, int aRow, ReadOnlySpan<float> p, in PanelShape shape, ReadOnlySpan<float> bias, Span<float> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<float> =>
        Panels.MultiplyTransposed(a, aRow, p, shape, bias, target, targetRow, rows, finish);

    public static void Dot<TFinish>(
        ReadOnlySpan<float> a, int aRow, ReadOnlySpan<float> p, in PanelShape shape, ReadOnlySpan<float> bias, Span<float> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<float> =>
        Panels.Dot(a, aRow, p, shape, bias, target, targetRow, rows, finish);

    public static void SumOuterProducts<TFinish>(
        ReadOnlySpan<float> left, int leftRow, ReadOnlySpan<float> right, int rightRow, int rows, Span<float> target, in PanelShape shape, TFinish finish)
        where TFinish : struct, IFinish<float> =>
        Panels.SumOuterProducts(left, leftRow, right, rightRow, rows, target, shape, finish);

    public static void SumRows<TFinish>(ReadOnlySpan<float> source, int sourceRow, int rows, Span<float> target, TFinish finish)
        where TFinish : struct, IFinish<float> =>
        Panels.SumRows(source, sourceRow, rows, target, finish);

    public static void SumAll<TFinish>(ReadOnlySpan<float> source, int sourceRow, int rows, int columns, ref float target, TFinish finish)
        where TFinish : struct, IFinish<float> =>
        Panels.SumAll(source, sourceRow, rows, columns, ref target, finish);

    public static void Each<TFinish>(Span<float> target, int targetRow, int rows, int columns, TFinish finish)
        where TFinish : struct, IFinish<float> =>
        Panels.Each(target, targetRow, rows, columns, finish);
}

/// <summary>What generated code calls.</summary>
public readonly struct DoubleProducts : IProducts<double>
{
    public static void Multiply<TFinish>(
        ReadOnlySpan<double> a, int aRow, ReadOnlySpan<double> p, in PanelShape shape, ReadOnlySpan<double> bias, Span<double> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<double> =>
        Panels.Multiply(a, aRow, p, shape, bias, target, targetRow, rows, finish);

    public static void MultiplyTransposed<TFinish>(
        ReadOnlySpan<double> a, int aRow, ReadOnlySpan<double> p, in PanelShape shape, ReadOnlySpan<double> bias, Span<double> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<double> =>
        Panels.MultiplyTransposed(a, aRow, p, shape, bias, target, targetRow, rows, finish);

    public static void Dot<TFinish>(
        ReadOnlySpan<double> a, int aRow, ReadOnlySpan<double> p, in PanelShape shape, ReadOnlySpan<double> bias, Span<double> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<double> =>
        Panels.Dot(a, aRow, p, shape, bias, target, targetRow, rows, finish);

    public static void SumOuterProducts<TFinish>(
        ReadOnlySpan<double> left, int leftRow, ReadOnlySpan<double> right, int rightRow, int rows, Span<double> target, in PanelShape shape, TFinish finish)
        where TFinish : struct, IFinish<double> =>
        Panels.SumOuterProducts(left, leftRow, right, rightRow, rows, target, shape, finish);

    public static void SumRows<TFinish>(ReadOnlySpan<double> source, int sourceRow, int rows, Span<double> target, TFinish finish)
        where TFinish : struct, IFinish<double> =>
        Panels.SumRows(source, sourceRow, rows, target, finish);

    public static void SumAll<TFinish>(ReadOnlySpan<double> source, int sourceRow, int rows, int columns, ref double target, TFinish finish)
        where TFinish : struct, IFinish<double> =>
        Panels.SumAll(source, sourceRow, rows, columns, ref target, finish);

    public static void Each<TFinish>(Span<double> target, int targetRow, int rows, int columns, TFinish finish)
        where TFinish : struct, IFinish<double> =>
        Panels.Each(target, targetRow, rows, columns, finish);
}
#if !NETSTANDARD_LIBRARY

/// <summary>The kernels of one vector width.</summary>
internal readonly struct LanesProducts<TLanes, TVector, T> : IProducts<T>
    where TLanes : struct, ILanes<TVector, T>
    where T : unmanaged, INumber<T>
{
    public static void Multiply<TFinish>(
        ReadOnlySpan<T> a, int aRow, ReadOnlySpan<T> p, in PanelShape shape, ReadOnlySpan<T> bias, Span<T> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<T> =>
        PanelMultiply<TLanes, TVector, T>.Run(new Product<T>(a, aRow, p, shape, bias, target, targetRow, rows), finish);

    public static void MultiplyTransposed<TFinish>(
        ReadOnlySpan<T> a, int aRow, ReadOnlySpan<T> p, in PanelShape shape, ReadOnlySpan<T> bias, Span<T> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<T> =>
        PanelProduct<TransposedPanels<T>, TLanes, TVector, T>.Run(new Product<T>(a, aRow, p, shape, bias, target, targetRow, rows), rows, finish);

    public static void Dot<TFinish>(
        ReadOnlySpan<T> a, int aRow, ReadOnlySpan<T> p, in PanelShape shape, ReadOnlySpan<T> bias, Span<T> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<T> =>
        PanelDot<TLanes, TVector, T>.Run(new Product<T>(a, aRow, p, shape, bias, target, targetRow, rows), finish);

    public static void SumOuterProducts<TFinish>(
        ReadOnlySpan<T> left, int leftRow, ReadOnlySpan<T> right, int rightRow, int rows, Span<T> target, in PanelShape shape, TFinish finish)
        where TFinish : struct, IFinish<T> =>
        PanelOuterProducts<TLanes, TVector, T>.Run(left, leftRow, right, rightRow, rows, target, shape, finish);

    public static void SumRows<TFinish>(ReadOnlySpan<T> source, int sourceRow, int rows, Span<T> target, TFinish finish)
        where TFinish : struct, IFinish<T> =>
        PanelRows<TLanes, TVector, T>.Sum(source, sourceRow, rows, target, finish);

    public static void SumAll<TFinish>(ReadOnlySpan<T> source, int sourceRow, int rows, int columns, ref T target, TFinish finish)
        where TFinish : struct, IFinish<T> =>
        PanelRows<TLanes, TVector, T>.SumAll(source, sourceRow, rows, columns, ref target, finish);

    public static void Each<TFinish>(Span<T> target, int targetRow, int rows, int columns, TFinish finish)
        where TFinish : struct, IFinish<T> =>
        PanelRows<TLanes, TVector, T>.Each(target, targetRow, rows, columns, finish);
}
#endif

/// <summary>The plain loops.</summary>
internal readonly struct PlainProducts<TLoops, T> : IProducts<T>
    where TLoops : struct, ILoops<T>
    where T : unmanaged, INumber<T>
{
    public static void Multiply<TFinish>(
        ReadOnlySpan<T> a, int aRow, ReadOnlySpan<T> p, in PanelShape shape, ReadOnlySpan<T> bias, Span<T> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<T> =>
        PlainPanels<TLoops, T>.Multiply(new Product<T>(a, aRow, p, shape, bias, target, targetRow, rows), finish);

    public static void MultiplyTransposed<TFinish>(
        ReadOnlySpan<T> a, int aRow, ReadOnlySpan<T> p, in PanelShape shape, ReadOnlySpan<T> bias, Span<T> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<T> =>
        PlainPanels<TLoops, T>.MultiplyTransposed(new Product<T>(a, aRow, p, shape, bias, target, targetRow, rows), finish);

    public static void Dot<TFinish>(
        ReadOnlySpan<T> a, int aRow, ReadOnlySpan<T> p, in PanelShape shape, ReadOnlySpan<T> bias, Span<T> target, int targetRow, int rows, TFinish finish)
        where TFinish : struct, IFinish<T> =>
        PlainPanels<TLoops, T>.MultiplyTransposed(new Product<T>(a, aRow, p, shape, bias, target, targetRow, rows), finish);

    public static void SumOuterProducts<TFinish>(
        ReadOnlySpan<T> left, int leftRow, ReadOnlySpan<T> right, int rightRow, int rows, Span<T> target, in PanelShape shape, TFinish finish)
        where TFinish : struct, IFinish<T> =>
        PlainPanels<TLoops, T>.SumOuterProducts(left, leftRow, right, rightRow, rows, target, shape, finish);

    public static void SumRows<TFinish>(ReadOnlySpan<T> source, int sourceRow, int rows, Span<T> target, TFinish finish)
        where TFinish : struct, IFinish<T> =>
        PlainPanels<TLoops, T>.SumRows(source, sourceRow, rows, target, finish);

    public static void SumAll<TFinish>(ReadOnlySpan<T> source, int sourceRow, int rows, int columns, ref T target, TFinish finish)
        where TFinish : struct, IFinish<T> =>
        PlainPanels<TLoops, T>.SumAll(source, sourceRow, rows, columns, ref target, finish);

    public static void Each<TFinish>(Span<T> target, int targetRow, int rows, int columns, TFinish finish)
        where TFinish : struct, IFinish<T> =>
        PlainPanels<TLoops, T>.Each(target, targetRow, rows, columns, finish);
}
