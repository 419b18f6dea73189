using System;
using System.Globalization;
using NetGen.Numerics;

namespace NetGen.Optimizers;

/// <summary>What the optimizers have in common: the learning rate, the count of the steps, and the memory of their state.</summary>
/// <typeparam name="T">The number type.</typeparam>
public abstract class Optimizer<T> : IOptimizer<T>
    where T : unmanaged
{
    private readonly string[] _stateNames;
    private double _learningRate;
    private long _stepCount;
    private int _length = -1;

    private protected Optimizer(double learningRate, params string[] stateNames)
    {
        _learningRate = Hyperparameter.NotNegative(learningRate, nameof(learningRate));
        _stateNames = stateNames;
        States = new ParameterStorage<T>[stateNames.Length];
        for (int i = 0; i < States.Length; i++)
        {
            States[i] = new ParameterStorage<T>(0);
        }
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => _learningRate;
        set => _learningRate = Hyperparameter.NotNegative(value, nameof(LearningRate));
    }

    /// <inheritdoc/>
    public long StepCount
    {
        get => _stepCount;
        set => _stepCount = value >= 0 ? value : throw Hyperparameter.Wrong(value, nameof(StepCount), "at least 0");
    }

    /// <inheritdoc/>
    public int StateCount => _stateNames.Length;

    private protected ParameterStorage<T>[] States { get; }

    /// <inheritdoc/>
    public string StateName(int index) => _stateNames[Checked(index)];

    /// <inheritdoc/>
    public Span<T> State(int index) => States[Checked(index)].Span;

    /// <inheritdoc/>
    public void Reset(int length)
    {
        _length = Hyperparameter.AtLeast(0, length, nameof(length));
        _stepCount = 0;
        for (int i = 0; i < States.Length; i++)
        {
            States[i] = new ParameterStorage<T>(length);
            States[i].Span.Fill(InitialState);
        }
    }

    /// <inheritdoc/>
    public void BeginStep(int length)
    {
        if (_length < 0)
        {
            Reset(length);
        }

        if (length != _length)
        {
            throw new ArgumentException(
                string.Format(
                    CultureInfo.InvariantCulture, "parameters holds {0} numbers; expected {1}, to which the state of this optimizer belongs.", length, _length),
                "parameters");
        }

        _stepCount++;
        Prepare();
    }

    /// <inheritdoc/>
    public void Update(int offset, Span<T> parameters, ReadOnlySpan<T> gradients)
    {
        Guard.Length(gradients.Length, parameters.Length, nameof(gradients));
        Guard.Separate<T, T>(parameters, nameof(parameters), gradients, nameof(gradients));
        if (offset < 0 || offset > _length - parameters.Length)
        {
            throw new ArgumentException(
                string.Format(
                    CultureInfo.InvariantCulture, "parameters holds {0} numbers, the first of them number {1}; expected a part of {2}.", parameters.Length, offset, Math.Max(_length, 0)),
                nameof(parameters));
        }

        Apply(offset, parameters, gradients);
    }

    /// <inheritdoc/>
    public void Step(Span<T> parameters, ReadOnlySpan<T> gradients)
    {
        Guard.Length(gradients.Length, parameters.Length, nameof(gradients));
        Guard.Separate<T, T>(parameters, nameof(parameters), gradients, nameof(gradients));
        BeginStep(parameters.Length);
        Apply(0, parameters, gradients);
    }

    /// <summary>What all numbers of the state are before the first step.</summary>
    private protected virtual T InitialState => default;

    /// <summary>Computes what all parts of step number <see cref="StepCount"/> share.</summary>
    private protected abstract void Prepare();

    /// <summary>Makes the step for the parameters from an offset on; the arguments fit.</summary>
    private protected abstract void Apply(int offset, Span<T> parameters, ReadOnlySpan<T> gradients);

    private int Checked(int index) => (uint)index < (uint)_stateNames.Length
        ? index
        : throw Hyperparameter.Wrong(index, nameof(index), $"the index of one of {_stateNames.Length.ToString(CultureInfo.InvariantCulture)} states");
}
