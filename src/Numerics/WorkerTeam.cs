#if NET8_0_OR_GREATER
using System;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace NetGen.Numerics;

/// <summary>The threads that help a call with its products: they spin for a while when there is nothing to do, because the next product is near, and then sleep.</summary>
/// <remarks>
/// Work comes in numbered parts. A part belongs to the thread of the same number, whose cache knows the weights, but whoever is idle takes it if that thread is late:
/// nobody waits for a thread that has not begun. Threads never change what is computed, only who computes it.
/// </remarks>
internal static unsafe class WorkerTeam
{
    /// <summary>Bits of the parts that nobody has taken.</summary>
    private const int MaxParts = 32;

    /// <summary>How long a thread looks for work before it sleeps: longer than what lies between two products, a batch being loaded included.</summary>
    private static readonly long Patience = Stopwatch.Frequency / 5_000;

    private const int SpinsBeforeYield = 1000;

    private static readonly object Hiring = new();
    private static Worker[] _workers = [];

    // The work at hand. Whoever has taken a part may read it: the caller does not leave before all parts are done.
    private static delegate*<void*, int, int, void> _function;
    private static void* _job;
    private static int _parts;
    private static int _done;
    private static Exception? _failure;

    /// <summary>The number of the work in the upper half, the parts that nobody has taken in the lower.</summary>
    private static long _state;

    private static int _isBusy;

    /// <summary>Into how many parts work is divided: as many as the calling thread may use cores, of so many units, and none too small to be handed over.</summary>
    /// <param name="units">What a part has to have one of at least.</param>
    /// <param name="macs">Multiply-accumulates of all the work.</param>
    /// <returns>1 where it is not divided.</returns>
    public static int Parts(int units, long macs)
    {
        // Some 12 µs on one core. Less was slower on two: what one core computes, the other has to fetch from its cache.
        const long LeastMacs = 1_000_000;
        int cores = Parallelism.OfThread;
        return cores <= 1 ? 1 : (int)Math.Clamp(Math.Min(units, macs / LeastMacs), 1, Math.Min(cores, MaxParts));
    }

    /// <summary>Calls a function for every part, and returns when all are done.</summary>
    /// <param name="function">Takes the job, the number of the part, and how many there are.</param>
    /// <param name="job">What the parts share; it may be on the caller's stack.</param>
    /// <param name="parts">2 to 32.</param>
    public static void Run(delegate*<void*, int, int, void> function, void* job, int parts)
    {
        // One call at a time: another thread, or a part that wants to divide itself, does all by itself.
        if (Interlocked.CompareExchange(ref _isBusy, 1, 0) != 0)
        {
            for (int part = 0; part < parts; part++)
            {
                function(job, part, parts);
            }

            return;
        }

        try
        {
            Share(function, job, parts);
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }

    /// <summary>The units of a part: as many as others have, or one more.</summary>
    public static (int From, int To) ShareOf(int units, int part, int parts) => (units * part / parts, units * (part + 1) / parts);

    private static void Share(delegate*<void*, int, int, void> function, void* job, int parts)
    {
        Worker[] workers = Hire(parts - 1);
        _function = function;
        _job = job;
        _parts = parts;
        _done = 0;
        _failure = null;
        long number = (_state >> MaxParts) + 1;
        Interlocked.Exchange(ref _state, (number << MaxParts) | (uint)((1L << parts) - 1));
        for (int i = 0; i < parts - 1; i++)
        {
            workers[i].Wake();
        }

        Work(0);
        for (int spins = 1; Volatile.Read(ref _done) < parts; spins++)
        {
            // On a busy machine, whom this waits for may not be running.
            if (spins % SpinsBeforeYield == 0)
            {
                Thread.Yield();
            }

            Thread.SpinWait(1);
        }

        if (_failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>Takes parts until none is left: first one's own.</summary>
    private static void Work(int own)
    {
        while (true)
        {
            long state = Volatile.Read(ref _state);
            uint left = (uint)state;
            if (left == 0)
            {
                return;
            }

            int part = (left & (1u << own)) != 0 ? own : BitOperations.TrailingZeroCount(left);
            if (Interlocked.CompareExchange(ref _state, state & ~(1L << part), state) != state)
            {
                continue;
            }

            try
            {
                _function(_job, part, _parts);
            }
            catch (Exception exception)
            {
                _failure = exception;
            }

            Interlocked.Increment(ref _done);
        }
    }

    private static Worker[] Hire(int count)
    {
        if (_workers.Length < count)
        {
            lock (Hiring)
            {
                while (_workers.Length < count)
                {
                    _workers = [.. _workers, new Worker(_workers.Length + 1)];
                }
            }
        }

        return _workers;
    }

    private sealed class Worker
    {
        private readonly int _number;
        private readonly AutoResetEvent _work = new(false);
        private int _isAsleep;

        public Worker(int number)
        {
            _number = number;
            new Thread(Loop) { IsBackground = true, Name = $"NetGen core {number + 1}" }.Start();
        }

        public void Wake()
        {
            if (Volatile.Read(ref _isAsleep) != 0 && Interlocked.Exchange(ref _isAsleep, 0) != 0)
            {
                _work.Set();
            }
        }

        private static bool HasWork => (uint)Volatile.Read(ref _state) != 0;

        private void Loop()
        {
            while (true)
            {
                Work(_number);
                long start = Stopwatch.GetTimestamp();
                while (!HasWork)
                {
                    Thread.SpinWait(8);
                    if (Stopwatch.GetTimestamp() - start > Patience)
                    {
                        Sleep();
                        break;
                    }
                }
            }
        }

        private void Sleep()
        {
            // Whoever hands out work looks here after the work is there; so this has to look for work after it says that it sleeps.
            Interlocked.Exchange(ref _isAsleep, 1);
            if (!HasWork || Interlocked.Exchange(ref _isAsleep, 0) == 0)
            {
                _work.WaitOne();
            }
        }
    }
}
#endif
