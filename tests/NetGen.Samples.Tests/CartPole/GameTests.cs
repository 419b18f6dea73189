using System;
using CartPole;
using Xunit;

namespace NetGen.Samples.Tests.CartPole;

/// <summary>The game is that of CartPole-v1, and its physics those of a pole on a cart.</summary>
public sealed class GameTests
{
    private const double StepTime = 0.02;

    /// <summary>
    /// From rest and upright, by hand: the force of 10 N on 1.1 kg gives a = 10/1.1; θ̈ = −a / (½ · (4/3 − 0.1/1.1)) = −600/41 rad/s²; ẍ = a − 0.05 · θ̈/1.1 = 400/41 m/s².
    /// </summary>
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, -1)]
    public void APushFromRestIsAsComputedByHand(bool toTheRight, int sign)
    {
        Game game = At(0, 0, 0, 0);
        game.Step(toTheRight);

        Assert.Equal(0, game.Position);
        Assert.Equal(sign * StepTime * 400 / 41, game.Velocity, 14);
        Assert.Equal(0, game.Angle);
        Assert.Equal(-sign * StepTime * 600 / 41, game.AngularVelocity, 14);
        Assert.Equal(1, game.Steps);
    }

    /// <summary>
    /// The accelerations satisfy Newton's equations of the two bodies, for a rod of the half length l: (M + m)·ẍ + m·l·(θ̈·cos θ − θ̇²·sin θ) = F and
    /// 4/3·l·θ̈ + ẍ·cos θ = g·sin θ. Nothing here is solved for an acceleration, as the game has to.
    /// </summary>
    [Fact]
    public void TheEquationsOfMotionHold()
    {
        var random = new Random(1);
        for (int i = 0; i < 1000; i++)
        {
            (double x, double v, double angle, double w) = (Draw(2), Draw(3), Draw(0.2), Draw(3));
            Game game = At(x, v, angle, w);
            bool toTheRight = random.Next(2) == 1;
            game.Step(toTheRight);

            double a = (game.Velocity - v) / StepTime;
            double b = (game.AngularVelocity - w) / StepTime;
            Assert.Equal(toTheRight ? 10 : -10, (1.1 * a) + (0.1 * 0.5 * ((b * Math.Cos(angle)) - (w * w * Math.Sin(angle)))), 9);
            Assert.Equal(9.8 * Math.Sin(angle), (4.0 / 3 * 0.5 * b) + (a * Math.Cos(angle)), 9);

            // Euler's method: by the velocities before the push.
            Assert.Equal(x + (StepTime * v), game.Position, 12);
            Assert.Equal(angle + (StepTime * w), game.Angle, 12);
        }

        double Draw(double limit) => ((2 * random.NextDouble()) - 1) * limit;
    }

    [Theory]
    [InlineData(2.39, 0, false)]
    [InlineData(2.41, 0, true)]
    [InlineData(-2.41, 0, true)]
    [InlineData(0, 11.9, false)]
    [InlineData(0, 12.1, true)]
    [InlineData(0, -12.1, true)]
    public void ItIsLostBeyondTheTrackOrTwelveDegrees(double position, double degrees, bool isLost) =>
        Assert.Equal(isLost, At(position, 0, degrees * Math.PI / 180, 0).IsLost);

    [Fact]
    public void ItEndsAfterFiveHundredSteps()
    {
        Game game = At(0, 0, 0, 0);
        for (int step = 0; step < 500; step++)
        {
            Assert.False(game.IsOver);
            game.Step(toTheRight: true);
            (game.Position, game.Velocity, game.Angle, game.AngularVelocity) = (0, 0, 0, 0);
        }

        Assert.True(game.IsOver);
        Assert.False(game.IsLost);
    }

    [Fact]
    public void ItBeginsAlmostUprightAndAlmostAtRest()
    {
        var game = new Game(new Random(2));
        double largest = 0;
        for (int i = 0; i < 1000; i++)
        {
            game.Step(toTheRight: true);
            game.Reset();
            Assert.Equal(0, game.Steps);
            foreach (double number in new[] { game.Position, game.Velocity, game.Angle, game.AngularVelocity })
            {
                Assert.InRange(number, -0.05, 0.05);
                largest = Math.Max(largest, Math.Abs(number));
            }
        }

        Assert.InRange(largest, 0.049, 0.05);
    }

    private static Game At(double position, double velocity, double angle, double angularVelocity) => new(new Random(0))
    {
        Position = position,
        Velocity = velocity,
        Angle = angle,
        AngularVelocity = angularVelocity,
    };
}
