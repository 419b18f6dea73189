using System;
using NetGen.Integration.Tests.Checkpoints;
using NetGen.Integration.Tests.Jit;

// Tests are run by a test host, which does not come here. Some start the assembly as a program of its own: those of the JIT, where nothing has been compiled yet, and those
// that kill it.
switch (args)
{
    case [JitChild.Argument]:
        JitChild.Run();
        return 0;
    case [TrainingChild.Argument, string path, string epochs]:
        return TrainingChild.Run(path, int.Parse(epochs));
    default:
        Console.Error.WriteLine("Run the tests by dotnet test.");
        return 2;
}
