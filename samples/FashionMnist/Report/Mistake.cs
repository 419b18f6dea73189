using System.Collections.Generic;
using System.Linq;
using NetGen.Data;

namespace FashionMnist.Report;

/// <summary>A test picture that was taken for something else.</summary>
/// <param name="Picture">Its index in the test part.</param>
/// <param name="Actual">What it is.</param>
/// <param name="Predicted">What it was taken for.</param>
/// <param name="Confidence">How probable the network thought that.</param>
internal sealed record Mistake(int Picture, int Actual, int Predicted, float Confidence)
{
    /// <summary>All mistakes, the most confident first.</summary>
    public static IReadOnlyList<Mistake> All(Dataset<float> test, float[] probabilities)
    {
        int classes = FashionData.ClassNames.Length;
        int[] predicted = new int[test.Count];
        OneHot.Decode<float>(probabilities, classes, predicted);
        return
        [
            .. Enumerable.Range(0, test.Count)
                .Select(i => new Mistake(i, test.Labels.Span[i], predicted[i], probabilities[(i * classes) + predicted[i]]))
                .Where(mistake => mistake.Actual != mistake.Predicted)
                .OrderByDescending(mistake => mistake.Confidence),
        ];
    }
}
