using CartPole;
using Xunit;

namespace NetGen.Samples.Tests.CartPole;

/// <summary>The agent learns, and costs no memory.</summary>
public sealed class LearningTests
{
    [Fact]
    public void AGameIsMasteredWithoutAnAllocation()
    {
        var learning = new Learning(seed: 0);
        while (!learning.IsOver)
        {
            learning.PlayGame();
        }

        Assert.True(learning.IsSolved, $"The mean of the last games is {learning.RecentMean} after {learning.Games}.");
        Assert.InRange(learning.RecentMean, 475, 500);
        Assert.Equal(0, learning.AllocatedBytes);
    }

    [Fact]
    public void TheSameSeedPlaysTheSameGames()
    {
        (Learning one, Learning other) = (new Learning(seed: 3), new Learning(seed: 3));
        for (int game = 0; game < 50; game++)
        {
            one.PlayGame();
            other.PlayGame();
        }

        Assert.Equal(one.Steps, other.Steps);
    }
}
