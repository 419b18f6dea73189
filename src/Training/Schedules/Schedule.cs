using System;

namespace NetGen.Training;

/// <summary>How the learning rate changes in the course of training: a function of the steps made so far, and of nothing else.</summary>
/// <remarks>
/// What counts as a step is up to the caller: a step of the optimizer, or an epoch. The definitions, names and defaults are those of the classes in PyTorch's
/// <c>torch.optim.lr_scheduler</c>. To add one of your own, derive from this class.
/// </remarks>
public abstract class Schedule
{
    /// <summary>The learning rate of a step.</summary>
    /// <param name="initial">η₀, the learning rate that the optimizer was given.</param>
    /// <param name="step">t, how many steps were made before it, from 0.</param>
    /// <returns>η.</returns>
    public abstract double LearningRate(double initial, long step);

    /// <summary>η₀·factor for the first steps, and η₀ from then on. (A learning rate that never changes needs no schedule.)</summary>
    /// <param name="factor">From 0 to 1.</param>
    /// <param name="totalIters">For how many steps, at least 0.</param>
    /// <returns>PyTorch's <c>ConstantLR</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule Constant(double factor = 1.0 / 3, int totalIters = 5) => new ConstantSchedule(factor, totalIters);

    /// <summary>η₀·γᵏ, where k grows by 1 every few steps.</summary>
    /// <param name="stepSize">After how many steps, at least 1.</param>
    /// <param name="gamma">γ ≥ 0.</param>
    /// <returns>PyTorch's <c>StepLR</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule Step(int stepSize, double gamma = 0.1) => new StepSchedule(stepSize, gamma);

    /// <summary>η₀·γᵗ.</summary>
    /// <param name="gamma">γ ≥ 0.</param>
    /// <returns>PyTorch's <c>ExponentialLR</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule Exponential(double gamma) => new StepSchedule(1, gamma);

    /// <summary>η₀ times a factor that goes linearly from one value to another, and stays there.</summary>
    /// <param name="startFactor">The factor of step 0, from 0 to 1.</param>
    /// <param name="endFactor">The factor of step <paramref name="totalIters"/>, from 0 to 1.</param>
    /// <param name="totalIters">At least 1.</param>
    /// <returns>PyTorch's <c>LinearLR</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule Linear(double startFactor = 1.0 / 3, double endFactor = 1, int totalIters = 5) =>
        new LinearSchedule(startFactor, endFactor, totalIters);

    /// <summary>η_min + ½(η₀ − η_min)(1 + cos(πt/T)): half a wave down, and up again if training goes on.</summary>
    /// <param name="tMax">T, at least 1.</param>
    /// <param name="etaMin">η_min ≥ 0.</param>
    /// <returns>PyTorch's <c>CosineAnnealingLR</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule Cosine(int tMax, double etaMin = 0) => new CosineSchedule(tMax, etaMin);

    /// <summary>Rises linearly to η₀, then follows another schedule from its beginning.</summary>
    /// <param name="totalIters">The steps of the rise, at least 1.</param>
    /// <param name="next">The other schedule.</param>
    /// <param name="startFactor">The factor of step 0, from 0 to 1.</param>
    /// <returns>PyTorch's <c>LinearLR</c> followed by <paramref name="next"/> in a <c>SequentialLR</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule WarmUp(int totalIters, Schedule next, double startFactor = 1.0 / 3) =>
        Linear(startFactor, 1, totalIters).Then(totalIters, next);

    /// <summary>One cycle of L. N. Smith and N. Topin, arXiv:1708.07120: up to a maximum, and down to almost nothing. η₀ plays no part.</summary>
    /// <param name="maxLearningRate">The maximum, at least 0.</param>
    /// <param name="totalSteps">The steps of the cycle, at least 1; after them the last learning rate stays.</param>
    /// <param name="pctStart">The share of the steps that go up, from 0 to 1.</param>
    /// <param name="annealing">The shape of the way up and down.</param>
    /// <param name="divFactor">The cycle starts at the maximum divided by this, which is above 0.</param>
    /// <param name="finalDivFactor">The cycle ends at its start divided by this, which is above 0.</param>
    /// <param name="threePhase">Whether it goes down as it went up, and from there to the end, instead of to the end at once.</param>
    /// <returns>PyTorch's <c>OneCycleLR</c> with <c>cycle_momentum=False</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule OneCycle(
        double maxLearningRate, int totalSteps, double pctStart = 0.3, Annealing annealing = Annealing.Cosine,
        double divFactor = 25, double finalDivFactor = 1e4, bool threePhase = false) =>
        new OneCycleSchedule(maxLearningRate, totalSteps, pctStart, annealing, divFactor, finalDivFactor, threePhase);

    /// <summary>This schedule up to a step, and from there on another from its beginning.</summary>
    /// <param name="milestone">The first step of the other one, at least 1.</param>
    /// <param name="next">The other schedule.</param>
    /// <returns>PyTorch's <c>SequentialLR</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The milestone is less than 1.</exception>
    public Schedule Then(int milestone, Schedule next) => new SequentialSchedule(this, milestone, next);

    /// <summary>This schedule and another at once: the learning rate of this one is the η₀ of the other.</summary>
    /// <param name="other">The other schedule.</param>
    /// <returns>PyTorch's <c>ChainedScheduler</c>, for schedules that multiply η₀ by a factor.</returns>
    public Schedule Chain(Schedule other) => new ChainedSchedule(this, other);
}
