namespace CartPole;

/// <summary>The scores of the last hundred games.</summary>
internal sealed class RecentScores
{
    public const int Capacity = 100;

    private readonly int[] _scores = new int[Capacity];
    private int _count;
    private int _sum;

    public bool IsFull => _count >= Capacity;

    /// <summary>Their mean, or that of as many as there are.</summary>
    public double Mean => _count == 0 ? 0 : (double)_sum / (IsFull ? Capacity : _count);

    public void Add(int score)
    {
        _sum += score - _scores[_count % Capacity];
        _scores[_count % Capacity] = score;
        _count++;
    }
}
