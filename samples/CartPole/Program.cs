using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.Linq;
using CartPole;

// Other seeds may be given: dotnet run -c Release --project samples/CartPole -- 7 8 9
var seeds = new Argument<int[]>("seeds")
{
    Description = "What decides the first weights and all that is drawn: numbers from 0 on.",
    DefaultValueFactory = _ => [0, 1, 2, 3, 4],
};
seeds.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int[]>()?.Any(seed => seed < 0) == true)
    {
        result.AddError("A seed is negative; expected numbers from 0 on.");
    }
});

var command = new RootCommand("Learns to balance a pole on a cart, while it plays.") { seeds };
command.SetAction(parsed => Run(parsed.GetValue(seeds)!));

ParseResult parsedArguments = command.Parse(args);
if (parsedArguments.Action is ParseErrorAction error)
{
    // They suggest -h for a wrong number.
    error.ShowTypoCorrections = false;
}

return parsedArguments.Invoke();

static int Run(IEnumerable<int> seeds)
{
    var all = new List<Learning>();
    foreach (int seed in seeds)
    {
        var learning = new Learning(seed);
        while (!learning.IsOver)
        {
            learning.PlayGame();
            Report.Progress(learning);
        }

        all.Add(learning);
    }

    Report.Summary(all);
    return all.All(learning => learning.IsSolved) ? 0 : 1;
}
