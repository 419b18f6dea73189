using System;
using System.Diagnostics;

namespace CartPole;

/// <summary>The game loop of one seed: game after game, learning after each, until the game is mastered. It keeps account of what that costs.</summary>
internal sealed class Learning
{
    /// <summary>CartPole-v1 counts as solved when a hundred games in a row have this mean.</summary>
    public const double SolvedMean = 475;

    /// <summary>Ten times as many as usual: who has not learned it by then, does not.</summary>
    public const int GameLimit = 3000;

    private readonly Game _game;
    private readonly Agent _agent;
    private readonly RecentScores _scores = new();

    public Learning(int seed)
    {
        Seed = seed;
        var random = new Random(seed);
        _game = new Game(random);
        _agent = new Agent(seed, random);
    }

    public int Seed { get; }

    public int Games { get; private set; }

    public long Steps { get; private set; }

    public double RecentMean => _scores.Mean;

    public bool IsSolved => _scores.IsFull && _scores.Mean >= SolvedMean;

    public bool IsOver => IsSolved || Games >= GameLimit;

    /// <summary>The time of all games, learning included.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>What the games and the learning allocated on the managed heap.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>How often the garbage collector ran meanwhile.</summary>
    public int Collections { get; private set; }

    /// <summary>Plays a game to its end, and learns from it.</summary>
    public void PlayGame()
    {
        long started = Stopwatch.GetTimestamp();
        int collections = GC.CollectionCount(0);
        long allocated = GC.GetAllocatedBytesForCurrentThread();

        _game.Reset();
        while (!_game.IsOver)
        {
            _game.Step(_agent.Act(_game));
        }

        _agent.Learn(_game);

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        collections = GC.CollectionCount(0) - collections;

        // A garbage collection, whoever causes it, books the unused rest of this thread's buffer as allocated.
        AllocatedBytes += collections == 0 ? allocated : 0;
        Collections += collections;
        Time += Stopwatch.GetElapsedTime(started);
        Games++;
        Steps += _game.Steps;
        _scores.Add(_game.Steps);
    }
}
