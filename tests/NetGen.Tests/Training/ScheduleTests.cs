using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Training;
using Xunit;

namespace NetGen.Tests.Training;

public class ScheduleTests
{
    private const double Initial = 0.2;

    private static readonly Dictionary<string, double[]> PyTorch = JsonData.Read<Dictionary<string, double[]>>("schedules.json");

    /// <summary>The schedules of <c>tests/pytorch/make_training_data.py</c>.</summary>
    private static readonly Dictionary<string, Schedule> Cases = new()
    {
        ["constant"] = Schedule.Constant(),
        ["constant, all options"] = Schedule.Constant(factor: 0.7, totalIters: 3),
        ["step"] = Schedule.Step(7),
        ["step, all options"] = Schedule.Step(3, gamma: 0.8),
        ["exponential"] = Schedule.Exponential(0.93),
        ["linear"] = Schedule.Linear(),
        ["linear, down"] = Schedule.Linear(startFactor: 1, endFactor: 0, totalIters: 30),
        ["cosine"] = Schedule.Cosine(20),
        ["cosine, minimum"] = Schedule.Cosine(30, etaMin: 0.01),
        ["warm-up"] = Schedule.WarmUp(6, Schedule.Cosine(34)),
        ["one-cycle"] = Schedule.OneCycle(0.5, 40),
        ["one-cycle, linear"] = Schedule.OneCycle(0.5, 40, pctStart: 0.25, annealing: Annealing.Linear, divFactor: 10, finalDivFactor: 100),
        ["one-cycle, three phases"] = Schedule.OneCycle(0.5, 40, threePhase: true),
        ["sequence"] = Schedule.Constant(totalIters: 4).Then(4, Schedule.Step(5, gamma: 0.5)).Then(20, Schedule.Exponential(0.9)),
        ["chain"] = Schedule.Linear(totalIters: 10).Chain(Schedule.Exponential(0.95)).Chain(Schedule.Step(15)),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void Every_case_of_PyTorch_is_tried() => Assert.Equal(PyTorch.Keys.Order(), Cases.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Forty_steps_agree_with_PyTorch(string name)
    {
        Assert.Equal(40, PyTorch[name].Length);
        for (int step = 0; step < 40; step++)
        {
            double actual = Cases[name].LearningRate(Initial, step);
            Assert.True(Math.Abs(PyTorch[name][step] - actual) <= 1e-14, $"At step {step} the rate is {actual:R}; expected {PyTorch[name][step]:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_step_has_a_finite_rate_without_allocation(string name)
    {
        Schedule schedule = Cases[name];
        schedule.LearningRate(Initial, 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool allFinite = true;
        for (long step = 0; step < 5_000_000_000; step += 9_999_991)
        {
            double rate = schedule.LearningRate(Initial, step);
            allFinite &= rate is >= 0 and <= 1;
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(allFinite);
    }

    [Fact]
    public void One_cycle_keeps_its_last_rate()
    {
        Schedule schedule = Schedule.OneCycle(1, 10);
        Assert.Equal(1.0 / 25 / 1e4, schedule.LearningRate(Initial, 9), 1e-15);
        Assert.Equal(schedule.LearningRate(Initial, 9), schedule.LearningRate(Initial, 1000));
    }

    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(2, 0.5)]
    [InlineData(10, 0.1)]
    [InlineData(10, 0)]
    [InlineData(10, 1)]
    public void One_cycle_is_finite_however_short_its_ways(int totalSteps, double pctStart)
    {
        foreach (bool threePhase in new[] { false, true })
        {
            Schedule schedule = Schedule.OneCycle(1, totalSteps, pctStart, threePhase: threePhase);
            Assert.All(Enumerable.Range(0, 12), step => Assert.InRange(schedule.LearningRate(Initial, step), 0, 1));
        }
    }

    [Fact]
    public void A_schedule_of_ones_own_can_be_composed()
    {
        Schedule schedule = new Alternating().Then(3, Schedule.Constant(0.5, 100));
        Assert.Equal([1.0, 0, 1, 0.5, 0.5], Enumerable.Range(0, 5).Select(step => schedule.LearningRate(1, step)));
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Refused("factor is 2; expected 0 to 1.", () => Schedule.Constant(factor: 2));
        Refused("totalIters is -1; expected at least 0.", () => Schedule.Constant(totalIters: -1));
        Refused("stepSize is 0; expected at least 1.", () => Schedule.Step(0));
        Refused("gamma is -0.5; expected a finite number, at least 0.", () => Schedule.Exponential(-0.5));
        Refused("startFactor is NaN; expected 0 to 1.", () => Schedule.Linear(startFactor: double.NaN));
        Refused("endFactor is 1.5; expected 0 to 1.", () => Schedule.Linear(endFactor: 1.5));
        Refused("totalIters is 0; expected at least 1.", () => Schedule.WarmUp(0, Schedule.Cosine(1)));
        Refused("tMax is 0; expected at least 1.", () => Schedule.Cosine(0));
        Refused("etaMin is -1; expected a finite number, at least 0.", () => Schedule.Cosine(5, -1));
        Refused("totalSteps is 0; expected at least 1.", () => Schedule.OneCycle(1, 0));
        Refused("pctStart is 30; expected 0 to 1.", () => Schedule.OneCycle(1, 10, 30));
        Refused("divFactor is 0; expected a finite number above 0.", () => Schedule.OneCycle(1, 10, divFactor: 0));
        Refused("milestone is 0; expected at least 1.", () => Schedule.Cosine(5).Then(0, Schedule.Cosine(5)));
    }

    private static void Refused(string message, Func<Schedule> call) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(call).Message, StringComparison.Ordinal);

    private sealed class Alternating : Schedule
    {
        public override double LearningRate(double initial, long step) => step % 2 == 0 ? initial : 0;
    }
}
