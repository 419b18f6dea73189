using System;
using NetGen.Integration.Tests.Jit;

// Tests are run by a test host, which does not come here. Those of the JIT start the assembly as a program of its own, where nothing has been compiled yet.
if (args is not [JitChild.Argument])
{
    Console.Error.WriteLine("Run the tests by dotnet test.");
    return 2;
}

JitChild.Run();
return 0;
