using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Xunit;

namespace NetGen.Generator.Tests.Support;

/// <summary>The incremental steps of a run.</summary>
internal static class TrackedSteps
{
    private static readonly Type[] Forbidden =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxToken), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Compilation), typeof(SemanticModel),
        typeof(Location), typeof(Diagnostic), typeof(AttributeData),
    ];

    /// <summary>The names of all steps, so that a new one cannot be forgotten by a test.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(TrackingNames)
            .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    /// <summary>Why each output of a step is what it is, in the order of the outputs.</summary>
    public static IEnumerable<IncrementalStepRunReason> ReasonsOf(GeneratorDriverRunResult result, string step) =>
        OutputsOf(result, step).Select(output => output.Reason);

    /// <summary>Asserts that no object of Roslyn's can be reached from what a tracked step gave.</summary>
    public static void AssertValuesOnly(GeneratorDriverRunResult result)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (string name in Names)
        {
            foreach ((object value, _) in OutputsOf(result, name))
            {
                Visit(value, name, seen);
            }
        }
    }

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> OutputsOf(GeneratorDriverRunResult result, string step) =>
        result.Results.SelectMany(generator => generator.TrackedSteps.TryGetValue(step, out var runs) ? runs : []).SelectMany(run => run.Outputs);

    private static void Visit(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        Assert.False(Array.Exists(Forbidden, type => value.GetType().IsAssignableTo(type)), $"{path} holds a {value.GetType()}");
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Visit(item, path + "[]", seen);
            }

            return;
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.GetValue(value), $"{path}.{field.Name}", seen);
            }
        }
    }
}
