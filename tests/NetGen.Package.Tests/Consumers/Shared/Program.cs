namespace Consumer
{
    internal static class Program
    {
        private static void Main()
        {
            Training.Run(nameof(StraightNet), new StraightNet());
            Training.Run(nameof(LoopNet), new LoopNet());
        }
    }
}
