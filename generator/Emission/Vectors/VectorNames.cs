using System.Collections.Generic;
using System.Linq;
using NetGen.Generator.Planning;
using NetGen.Generator.Support;

namespace NetGen.Generator.Emission.Vectors;

/// <summary>The vector types and their operations, as C#.</summary>
internal sealed class VectorNames(Precision precision, VectorSupport support)
{
    private readonly string _number = precision.Keyword();

    public Precision Precision => precision;

    /// <summary>The type of one number: no vector at all for a value of one.</summary>
    public string Type(VectorForm form) => form.Lanes == 1 ? _number : $"{Class(form)}<{_number}>";

    public string Zero(VectorForm form) => form.Lanes == 1 ? "0" : $"{Type(form)}.Zero";

    /// <summary>What a product may be added to without a change, even of a zero's sign.</summary>
    public string NegativeZero(VectorForm form) => Fill(form, precision == Precision.Single ? "-0f" : "-0d");

    /// <summary>The same number in all lanes.</summary>
    public string Fill(VectorForm form, string number) => form.Lanes == 1 ? number : $"{Class(form)}.Create({number})";

    /// <summary>Numbers from an array of parameters, which has room for whole vectors.</summary>
    public string Load(VectorForm form, string source, int offset) => form.Lanes == 1
        ? Element(source, offset)
        : $"{Class(form)}.LoadUnsafe(ref {source}{(offset == 0 ? "" : $", {Literals.Int(offset)}")})";

    /// <summary>The first numbers of a vector, 0 in the other lanes; nothing is read behind them.</summary>
    public string LoadFirst(VectorForm form, string source, int offset, int count) => count == form.Lanes
        ? Load(form, source, offset)
        : $"Partial.Load{Literals.Int(form.Bits)}(ref {Element(source, offset)}, {Literals.Int(count)})";

    public string Store(VectorForm form, string vector, string target, int offset) => form.Lanes == 1
        ? $"{Element(target, offset)} = {vector}"
        : $"{vector}.StoreUnsafe(ref {target}{(offset == 0 ? "" : $", {Literals.Int(offset)}")})";

    public string StoreFirst(VectorForm form, string vector, string target, int offset, int count) => count == form.Lanes
        ? Store(form, vector, target, offset)
        : $"Partial.Store({vector}, ref {Element(target, offset)}, {Literals.Int(count)})";

    /// <summary>0 in all lanes but the first.</summary>
    public string KeepFirst(string vector, int count) => $"Partial.Keep({vector}, {Literals.Int(count)})";

    /// <summary>Another number in all lanes but the first.</summary>
    public string KeepFirst(VectorForm form, string vector, int count, string other) =>
        $"{Class(form)}.ConditionalSelect(Partial.Mask{Literals.Int(form.Bits)}<{_number}>({Literals.Int(count)}), {vector}, {Fill(form, other)})";

    /// <summary>All bits set in some lanes, none in the others.</summary>
    public string Mask(VectorForm form, IEnumerable<bool> lanes) =>
        $"{Class(form)}.Create({Integers(lanes.Select(isSet => isSet ? -1 : 0))}).As{precision}()";

    /// <summary>A vector as the first lanes of a wider one, 0 in the others.</summary>
    public static string Widened(VectorForm from, VectorForm to, string vector) => Widened(from, to, vector, "");

    /// <summary>The first lanes of a vector as one that may be narrower.</summary>
    public static string Narrowed(VectorForm from, VectorForm to, string vector)
    {
        for (int bits = from.Bits; bits > to.Bits; bits /= 2)
        {
            vector += ".GetLower()";
        }

        return vector;
    }

    /// <summary>A number of a vector.</summary>
    public static string Lane(string vector, int lane) => lane == 0 ? $"{vector}.ToScalar()" : $"{vector}.GetElement({Literals.Int(lane)})";

    /// <summary>The vector of these lanes of another one, from which it may differ in width.</summary>
    public string Shuffle(VectorForm from, VectorForm to, string vector, IEnumerable<int> lanes)
    {
        int[] chosen = [.. lanes];
        if (chosen.Length < from.Lanes)
        {
            chosen = [.. chosen, .. Enumerable.Repeat(0, from.Lanes - chosen.Length)];
        }

        VectorForm wider = from.Bits < to.Bits ? to : from;
        string shuffled = $"{Class(wider)}.Shuffle({Widened(from, to, vector, "Unsafe")}, {Class(wider)}.Create({Integers(chosen)}))";
        return Narrowed(wider, to, shuffled);
    }

    /// <summary>left·right + addend.</summary>
    public string MultiplyAdd(VectorForm form, string left, string right, string addend) =>
        form.Lanes == 1 ? $"Fused.MultiplyAdd({left}, {right}, {addend})"
        : support == VectorSupport.Estimates ? $"{Class(form)}.MultiplyAddEstimate({left}, {right}, {addend})"
        : $"Fused.MultiplyAdd({left}, {right}, {addend})";

    /// <summary>max(0, z); in this order of operands a NaN stays one.</summary>
    public string Relu(VectorForm form, string argument) => Max(form, Zero(form), argument);

    /// <summary>The larger one; any of them where one is NaN.</summary>
    public string Max(VectorForm form, string left, string right) =>
        $"{Class(form)}.{(support == VectorSupport.Estimates ? "MaxNative" : "Max")}({left}, {right})";

    private static string Widened(VectorForm from, VectorForm to, string vector, string suffix)
    {
        for (int bits = from.Bits; bits < to.Bits; bits *= 2)
        {
            vector += $".ToVector{Literals.Int(bits * 2)}{suffix}()";
        }

        return vector;
    }

    /// <summary>Integers of the size of a lane.</summary>
    private string Integers(IEnumerable<int> numbers) =>
        string.Join(", ", numbers.Select(number => Literals.Int(number) + (precision == Precision.Double ? "L" : "")));

    public string Class(VectorForm form) => $"Vector{Literals.Int(form.Bits)}";

    /// <summary>A number in memory.</summary>
    public static string Element(string source, int offset) => offset == 0 ? source : $"Unsafe.Add(ref {source}, {Literals.Int(offset)})";

    /// <summary>A number in memory, at a variable.</summary>
    public static string Element(string source, string index, int offset) =>
        $"Unsafe.Add(ref {source}, {index}{(offset == 0 ? "" : $" + {Literals.Int(offset)}")})";
}
