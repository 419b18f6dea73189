using System;
using System.Collections.Generic;
using System.Linq;
using NetGen.Compilation;
using NetGen.Reference;
using Xunit;

namespace NetGen.Integration.Tests.Support;

/// <summary>A list of cases whose networks stand in one compilation for each precision, made when it is first asked for.</summary>
internal sealed class CompiledCases
{
    private readonly Lazy<CompiledNetworks> _single;
    private readonly Lazy<CompiledNetworks> _double;

    private readonly CompilationSettings? _settings;

    public CompiledCases(IReadOnlyList<NetworkCase> cases, CompilationSettings? settings = null)
    {
        Cases = cases;
        _settings = settings;
        _single = new(() => Compile(isDouble: false));
        _double = new(() => Compile(isDouble: true));
    }

    public IReadOnlyList<NetworkCase> Cases { get; }

    /// <summary>Index and name of every case, for a theory.</summary>
    public TheoryData<int, string> Names => NamesOf(Cases);

    /// <summary>The generated files of both precisions.</summary>
    public IEnumerable<string> GeneratedTexts => _single.Value.GeneratedTexts.Concat(_double.Value.GeneratedTexts);

    /// <summary>Index and name of every case, for a theory.</summary>
    public static TheoryData<int, string> NamesOf(IReadOnlyList<NetworkCase> cases)
    {
        var names = new TheoryData<int, string>();
        foreach ((int index, NetworkCase c) in cases.Index())
        {
            names.Add(index, c.Name);
        }

        return names;
    }

    public void CheckSingle(int index) => CaseChecker.Check<float>(_single.Value.Create<object>(FullName(index)), Cases[index]);

    public void CheckDouble(int index) => CaseChecker.Check<double>(_double.Value.Create<object>(FullName(index)), Cases[index]);

    private CompiledNetworks Compile(bool isDouble) => NetworkCompilation.Compile(
        string.Concat(Cases.Select((expected, index) => (expected.Network with { Name = Name(index), IsDouble = isDouble }).ToDeclaration("Cases"))),
        _settings);

    private static string FullName(int index) => $"Cases.{Name(index)}";

    private static string Name(int index) => $"Case{index}";
}
