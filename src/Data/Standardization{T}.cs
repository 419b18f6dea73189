using System;
using NetGen.Numerics;

namespace NetGen.Data;

/// <summary>Shifts and scales each input: (x − mean) / scale.</summary>
/// <remarks>
/// Fitted on the training part alone and applied to everything else, so that nothing about the test part leaks into training. The same as scikit-learn's
/// StandardScaler. NetworkFile saves it with the network that was trained on such inputs.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Standardization<T>
    where T : unmanaged
{
    private readonly T[] _mean;
    private readonly T[] _scale;

    /// <summary>Means and scales that are known.</summary>
    /// <param name="mean">One finite number for each input of a sample.</param>
    /// <param name="scale">As many positive finite numbers.</param>
    /// <exception cref="ArgumentException">The lengths differ or are 0, or a number is out of its range.</exception>
    public Standardization(ReadOnlySpan<T> mean, ReadOnlySpan<T> scale)
    {
        if (mean.IsEmpty)
        {
            throw new ArgumentException("mean is empty; expected a number for each input of a sample.", nameof(mean));
        }

        Guard.Length(scale.Length, mean.Length, nameof(scale));
        for (int i = 0; i < mean.Length; i++)
        {
            double shift = Number<T>.ToDouble(mean[i]);
            if (double.IsNaN(shift) || double.IsInfinity(shift))
            {
                throw new ArgumentException(FormattableString.Invariant($"mean[{i}] is {shift}; expected a finite number."), nameof(mean));
            }

            double factor = Number<T>.ToDouble(scale[i]);
            if (!(factor > 0) || double.IsInfinity(factor))
            {
                throw new ArgumentException(FormattableString.Invariant($"scale[{i}] is {factor}; expected a positive finite number."), nameof(scale));
            }
        }

        _mean = mean.ToArray();
        _scale = scale.ToArray();
    }

    /// <summary>The numbers of one sample.</summary>
    public int InputSize => _mean.Length;

    /// <summary>What is subtracted from each input of a sample.</summary>
    public ReadOnlySpan<T> Mean => _mean;

    /// <summary>What each input is divided by then.</summary>
    public ReadOnlySpan<T> Scale => _scale;

    /// <summary>Makes each input of the samples mean 0 and standard deviation 1 (that of the population, divided by N).</summary>
    /// <param name="training">The training part. An input that is the same in all its samples gets the scale 1.</param>
    /// <returns>Means and standard deviations.</returns>
    /// <exception cref="ArgumentException">An input is NaN or infinite, or the inputs spread too wide for the number type.</exception>
    public static Standardization<T> Fit(Dataset<T> training)
    {
        int size = training.InputSize;
        T[] mean = new T[size];
        T[] scale = new T[size];
        for (int i = 0; i < size; i++)
        {
            (mean[i], scale[i]) = Moments(training.Inputs.Span, i, size);
        }

        return new Standardization<T>(mean, scale);
    }

    /// <summary>The same with one mean and one standard deviation for all inputs, as is usual for the pixels of pictures.</summary>
    /// <param name="training">The training part.</param>
    /// <returns>The mean and the standard deviation of all numbers, repeated for each input.</returns>
    /// <exception cref="ArgumentException">An input is NaN or infinite, or the inputs spread too wide for the number type.</exception>
    public static Standardization<T> FitUniform(Dataset<T> training)
    {
        (T Mean, T Scale) moments = Moments(training.Inputs.Span, 0, 1);
        T[] mean = new T[training.InputSize];
        T[] scale = new T[training.InputSize];
        mean.AsSpan().Fill(moments.Mean);
        scale.AsSpan().Fill(moments.Scale);
        return new Standardization<T>(mean, scale);
    }

    /// <summary>Standardizes samples where they are.</summary>
    /// <param name="inputs">N × <see cref="InputSize"/> numbers, overwritten.</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public void Apply(Span<T> inputs)
    {
        Guard.Samples(inputs.Length, InputSize, nameof(inputs));
        Apply(inputs, inputs);
    }

    /// <summary>Standardizes a data set.</summary>
    /// <param name="dataset">N samples.</param>
    /// <returns>New inputs, and the same targets or labels, not copied.</returns>
    /// <exception cref="ArgumentException">Its samples have another size.</exception>
    public Dataset<T> Apply(Dataset<T> dataset)
    {
        if (dataset.InputSize != InputSize)
        {
            throw new ArgumentException(FormattableString.Invariant($"dataset has samples of {dataset.InputSize} numbers; expected {InputSize}."), nameof(dataset));
        }

        T[] inputs = new T[dataset.Inputs.Length];
        Apply(dataset.Inputs.Span, inputs);
        return dataset.HasLabels
            ? new Dataset<T>(inputs, InputSize, dataset.Labels, dataset.ClassNames)
            : new Dataset<T>(inputs, InputSize, dataset.Targets, dataset.TargetSize);
    }

    private void Apply(ReadOnlySpan<T> inputs, Span<T> standardized)
    {
        for (int start = 0; start < inputs.Length; start += InputSize)
        {
            for (int i = 0; i < InputSize; i++)
            {
                double shifted = Number<T>.ToDouble(inputs[start + i]) - Number<T>.ToDouble(_mean[i]);
                standardized[start + i] = Number<T>.FromDouble(shifted / Number<T>.ToDouble(_scale[i]));
            }
        }
    }

    /// <summary>Mean and standard deviation of every <paramref name="stride"/>-th number.</summary>
    private static (T Mean, T Scale) Moments(ReadOnlySpan<T> inputs, int start, int stride)
    {
        // Relative to the first number, so that the deviation of equal numbers is 0 and not what rounding leaves of it.
        double first = Number<T>.ToDouble(inputs[start]);
        int count = inputs.Length / stride;
        double sum = 0;
        for (int i = start; i < inputs.Length; i += stride)
        {
            double input = Number<T>.ToDouble(inputs[i]);
            if (double.IsNaN(input) || double.IsInfinity(input))
            {
                throw new ArgumentException(FormattableString.Invariant($"training has the input {input} at {i}; expected finite numbers."), "training");
            }

            sum += input - first;
        }

        double shift = sum / count;
        double squares = 0;
        for (int i = start; i < inputs.Length; i += stride)
        {
            double deviation = Number<T>.ToDouble(inputs[i]) - first - shift;
            squares += deviation * deviation;
        }

        T scale = Number<T>.FromDouble(Math.Sqrt(squares / count));
        return (Number<T>.FromDouble(first + shift), Number<T>.ToDouble(scale) > 0 ? scale : Number<T>.FromDouble(1));
    }
}
