using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.CodeFixes;

/// <summary>Offers code fixes as an editor would, and carries them out.</summary>
internal static class CodeFixTest
{
    /// <summary>The titles of what is offered for the findings, in their order.</summary>
    public static async Task<IReadOnlyList<string>> TitlesAsync(CodeFixProvider provider, params string[] sources)
    {
        Project project = CreateProject(sources);
        return [.. (await OffersAsync(provider, project)).Select(offer => offer.Action.Title)];
    }

    /// <summary>The files after the fix of that title of the first finding that offers it, or the only one.</summary>
    public static async Task<IReadOnlyList<string>> FixAsync(CodeFixProvider provider, IReadOnlyList<string> sources, string? title = null)
    {
        Project project = CreateProject(sources);
        IReadOnlyList<Offer> offers = await OffersAsync(provider, project);
        Offer offer = title is null ? Assert.Single(offers) : offers.First(offer => offer.Action.Title == title);
        return await ApplyAsync(project, offer.Action);
    }

    /// <summary>The files after all findings are fixed in the way of that title.</summary>
    public static async Task<IReadOnlyList<string>> FixAllAsync(
        CodeFixProvider provider, IReadOnlyList<string> sources, string? title = null, FixAllScope scope = FixAllScope.Project)
    {
        Project project = CreateProject(sources);
        Offer offer = (await OffersAsync(provider, project)).First(offer => title is null || offer.Action.Title == title);
        var context = new FixAllContext(
            project.GetDocument(offer.Diagnostic.Location.SourceTree)!,
            provider, scope, offer.Action.EquivalenceKey!, provider.FixableDiagnosticIds, new Findings(), CancellationToken.None);
        CodeAction? action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(action);
        return await ApplyAsync(project, action);
    }

    /// <summary>Everything that any of the fixes offers, its title and the files after it alone.</summary>
    public static async Task<IReadOnlyList<(string Title, IReadOnlyList<string> Files)>> FixEachAsync(IEnumerable<CodeFixProvider> providers, params string[] sources)
    {
        Project project = CreateProject(sources);
        IReadOnlyList<Diagnostic> findings = await Findings.OfAsync(project);
        List<(string, IReadOnlyList<string>)> fixedFiles = [];
        foreach (CodeFixProvider provider in providers)
        {
            foreach (Offer offer in await OffersAsync(provider, project, findings))
            {
                fixedFiles.Add((offer.Action.Title, await ApplyAsync(project, offer.Action)));
            }
        }

        return fixedFiles;
    }

    private static Project CreateProject(IReadOnlyList<string> sources)
    {
        var options = new TestOptions();
        Compilation compilation = GeneratorTest.Compile(sources, options);
        Project project = new AdhocWorkspace().AddProject("Tests", LanguageNames.CSharp)
            .WithMetadataReferences(compilation.References)
            .WithCompilationOptions(compilation.Options)
            .WithParseOptions(GeneratorTest.ParseOptions(options));
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            project = project.AddDocument(tree.FilePath, tree.GetText(), filePath: tree.FilePath).Project;
        }

        return project;
    }

    private static async Task<IReadOnlyList<Offer>> OffersAsync(CodeFixProvider provider, Project project) => await OffersAsync(provider, project, await Findings.OfAsync(project));

    private static async Task<IReadOnlyList<Offer>> OffersAsync(CodeFixProvider provider, Project project, IReadOnlyList<Diagnostic> findings)
    {
        List<Offer> offers = [];
        foreach (Diagnostic diagnostic in findings.Where(diagnostic => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            Document document = project.GetDocument(diagnostic.Location.SourceTree)!;
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offers.Add(new Offer(action, diagnostic)), CancellationToken.None));
        }

        return offers;
    }

    private static async Task<IReadOnlyList<string>> ApplyAsync(Project project, CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        List<string> texts = [];
        foreach (DocumentId id in project.DocumentIds)
        {
            SourceText text = await changed.GetDocument(id)!.GetTextAsync();
            texts.Add(text.ToString());
        }

        return texts;
    }

    private sealed record Offer(CodeAction Action, Diagnostic Diagnostic);

    /// <summary>What the analyzer says.</summary>
    private sealed class Findings : FixAllContext.DiagnosticProvider
    {
        public static async Task<IReadOnlyList<Diagnostic>> OfAsync(Project project)
        {
            Compilation compilation = (await project.GetCompilationAsync())!;
            GeneratorTest.CreateDriver(new TestOptions()).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
            return
            [
                .. (await output.WithAnalyzers([new NetworkAnalyzer()]).GetAnalyzerDiagnosticsAsync())
                    .OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal)
                    .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start),
            ];
        }

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellation) => await OfAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellation)
        {
            SyntaxTree tree = (await document.GetSyntaxTreeAsync(cancellation))!;
            return (await OfAsync(document.Project)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellation) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
