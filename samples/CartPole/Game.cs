using System;

namespace CartPole;

/// <summary>A pole stands on a cart. Every fiftieth of a second the cart is pushed to the left or to the right, and the pole must not fall.</summary>
/// <remarks>
/// The equations are those of A. G. Barto, R. S. Sutton and C. W. Anderson, "Neuronlike adaptive elements that can solve difficult learning control problems",
/// <i>IEEE Transactions on Systems, Man, and Cybernetics</i> 13 (1983), without friction. The numbers, Euler's method and the rules are those of CartPole-v1 in Gym.
/// </remarks>
internal sealed class Game(Random random)
{
    /// <summary>Who holds out for so many steps has won.</summary>
    public const int StepLimit = 500;

    /// <summary>How many numbers a player sees.</summary>
    public const int ObservationSize = 4;

    private const double Gravity = 9.8;                       // m/s²
    private const double CartMass = 1.0;                      // kg
    private const double PoleMass = 0.1;                      // kg
    private const double TotalMass = CartMass + PoleMass;
    private const double HalfLength = 0.5;                    // m, from the hinge to the middle of the pole
    private const double Force = 10.0;                        // N
    private const double StepTime = 0.02;                     // s
    private const double PositionLimit = 2.4;                 // m
    private const double AngleLimit = 12 * Math.PI / 180;     // rad
    private const double InitialSpread = 0.05;

    // What is typical of a good game, for observations of about 1.
    private const double TypicalVelocity = 2;                 // m/s
    private const double TypicalAngularVelocity = 2;          // rad/s

    /// <summary>Where the cart is, in m from the middle of the track.</summary>
    public double Position { get; set; }

    /// <summary>How fast it moves, in m/s.</summary>
    public double Velocity { get; set; }

    /// <summary>How far the pole leans to the right, in rad.</summary>
    public double Angle { get; set; }

    /// <summary>How fast it falls, in rad/s.</summary>
    public double AngularVelocity { get; set; }

    /// <summary>How many steps were played. Each is worth a point.</summary>
    public int Steps { get; private set; }

    /// <summary>Whether the pole fell or the cart left the track.</summary>
    public bool IsLost => Math.Abs(Position) > PositionLimit || Math.Abs(Angle) > AngleLimit;

    /// <summary>Whether there is nothing more to play.</summary>
    public bool IsOver => IsLost || Steps >= StepLimit;

    /// <summary>Begins a new game, almost upright and almost at rest.</summary>
    public void Reset()
    {
        Position = Draw();
        Velocity = Draw();
        Angle = Draw();
        AngularVelocity = Draw();
        Steps = 0;

        double Draw() => ((2 * random.NextDouble()) - 1) * InitialSpread;
    }

    /// <summary>Pushes the cart for one step.</summary>
    public void Step(bool toTheRight)
    {
        (double sin, double cos) = Math.SinCos(Angle);
        double push = ((toTheRight ? Force : -Force) + (PoleMass * HalfLength * AngularVelocity * AngularVelocity * sin)) / TotalMass;
        double angularAcceleration = ((Gravity * sin) - (cos * push)) / (HalfLength * ((4.0 / 3) - (PoleMass * cos * cos / TotalMass)));
        double acceleration = push - (PoleMass * HalfLength * angularAcceleration * cos / TotalMass);

        // Euler's method: places move by the velocities before the push.
        Position += StepTime * Velocity;
        Velocity += StepTime * acceleration;
        Angle += StepTime * AngularVelocity;
        AngularVelocity += StepTime * angularAcceleration;
        Steps++;
    }

    /// <summary>What a player sees: the state, in units that make its numbers about 1.</summary>
    public void Observe(Span<float> observation)
    {
        observation[0] = (float)(Position / PositionLimit);
        observation[1] = (float)(Velocity / TypicalVelocity);
        observation[2] = (float)(Angle / AngleLimit);
        observation[3] = (float)(AngularVelocity / TypicalAngularVelocity);
    }
}
