using System;
using NetGen.Tests.Persistence;

// What tests run in a process of its own, to kill it or to take its disk space away.
switch (args)
{
    case ["save-forever", string path]:
        CheckpointSaver.SaveForever(path);
        return 0;
    case ["save-once", string kind, string path]:
        return CheckpointSaver.SaveOnce(kind, path);
    default:
        Console.Error.WriteLine("Expected save-forever PATH or save-once KIND PATH. The tests are run by dotnet test.");
        return 2;
}
