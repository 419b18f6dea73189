using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace NetGen.Generator.CodeFixes;

/// <summary>Something that can be done about a finding.</summary>
/// <param name="Title">What the user chooses.</param>
/// <param name="Key">The same for fixes that "Fix all" does together.</param>
internal abstract record Fix(string Title, string Key);

/// <summary>A change of what is written in the declaration.</summary>
/// <param name="Title">What the user chooses.</param>
/// <param name="Key">The same for fixes that "Fix all" does together.</param>
/// <param name="Subject">What is changed: two findings about one subject take one change.</param>
/// <param name="Apply">Makes the change.</param>
internal sealed record EditFix(string Title, string Key, object Subject, Func<SolutionEditor, CancellationToken, Task> Apply) : Fix(Title, Key);

/// <summary>Another name for something of the user's, wherever it is used.</summary>
/// <param name="Title">What the user chooses.</param>
/// <param name="Key">The same for fixes that "Fix all" does together.</param>
/// <param name="Symbol">What is renamed.</param>
/// <param name="NewName">To what.</param>
/// <param name="Project">A project that declares it.</param>
internal sealed record RenameFix(string Title, string Key, ISymbol Symbol, string NewName, ProjectId Project) : Fix(Title, Key);
