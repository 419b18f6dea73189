using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Model;
using NetGen.Generator.Planning;
using NetGen.Generator.Tests.Lowering;
using NetGen.Generator.Tests.Support;
using Xunit;

namespace NetGen.Generator.Tests.Emission;

/// <summary>Networks compiled as a project would be, and what became of their methods.</summary>
internal sealed class CompiledProject
{
    private CompiledProject(IReadOnlyDictionary<string, string> texts, IReadOnlyList<CompiledMethod> methods)
    {
        Texts = texts;
        Methods = methods;
    }

    /// <summary>Class → generated text.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; }

    public IReadOnlyList<CompiledMethod> Methods { get; }

    /// <param name="networks">Class → declaration.</param>
    /// <param name="library">The library to compile against; that of this framework, unless another is given.</param>
    public static CompiledProject Compile(IReadOnlyDictionary<string, NetworkModel> networks, MetadataReference? library = null)
    {
        Dictionary<string, string> texts = networks.ToDictionary(
            network => network.Key,
            network => NetworkCompiler.Compile(network.Value with { Type = Declare.Type(network.Key) }, default, finding => finding.Id));
        TestOptions options = new() { ReferencesNetGen = library is null };
        SyntaxTree[] trees = [.. texts.Values.Select(text => CSharpSyntaxTree.ParseText(text, GeneratorTest.ParseOptions(options)))];
        CSharpCompilation project = GeneratorTest.Compile([.. networks.Keys.Select(name => $"partial class {name} {{ }}")], options);
        using MemoryStream stream = new();
        var result = project
            .WithOptions(project.Options.WithOptimizationLevel(OptimizationLevel.Release))
            .AddReferences(library is null ? [] : [library])
            .AddSyntaxTrees(trees)
            .Emit(stream);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591"));

        Dictionary<(string, string), int> statements = trees.SelectMany(CountStatements)
            .GroupBy(method => (method.Network, method.Method), method => method.Statements)
            .ToDictionary(overloads => overloads.Key, overloads => overloads.Max());
        stream.Position = 0;
        return new CompiledProject(texts, ReadMethods(stream, statements));
    }

    private static IEnumerable<(string Network, string Method, int Statements)> CountStatements(SyntaxTree tree) =>
        from method in tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
        let network = NetworkOf(method.Ancestors().OfType<ClassDeclarationSyntax>().Last().Identifier.Text)
        select (network, method.Identifier.Text, method.DescendantNodes().Count(node => node is StatementSyntax and not BlockSyntax));

    private static IReadOnlyList<CompiledMethod> ReadMethods(Stream assembly, Dictionary<(string, string), int> statements)
    {
        using PEReader file = new(assembly, PEStreamOptions.LeaveOpen);
        MetadataReader metadata = file.GetMetadataReader();
        List<CompiledMethod> methods = [];
        foreach (MethodDefinition method in metadata.MethodDefinitions.Select(metadata.GetMethodDefinition).Where(method => method.RelativeVirtualAddress != 0))
        {
            TypeDefinition type = metadata.GetTypeDefinition(method.GetDeclaringType());
            string network = NetworkOf(metadata.GetString((type.IsNested ? metadata.GetTypeDefinition(type.GetDeclaringType()) : type).Name));
            string name = metadata.GetString(method.Name);
            MethodBodyBlock body = file.GetMethodBody(method.RelativeVirtualAddress);
            OpCode[] code = [.. IlReader.Read(body)];
            methods.Add(new CompiledMethod(
                network, name, body.GetILBytes()!.Length,
                new Cost(statements.GetValueOrDefault((network, name)), code.Length, code.Count(IlReader.IsReference), IlReader.CountLocals(metadata, body))));
        }

        return methods;
    }

    /// <summary>A network's kernels are in a class of their own.</summary>
    private static string NetworkOf(string type) => type.EndsWith("Kernels", StringComparison.Ordinal) ? type[..^"Kernels".Length] : type;
}
