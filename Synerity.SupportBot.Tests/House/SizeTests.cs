using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Synerity.SupportBot.Tests.House;

/// <summary>The numbers of the house: small methods, small files, few dependencies, nothing inherited by accident.</summary>
public sealed class SizeTests
{
    private static readonly string[] Vague = ["Helper", "Manager", "Util", "Common", "Base", "Constants", "Processor", "Provider", "Service"];

    private static readonly List<(string Name, int Lines)> Methods =
        [.. Source.All.SelectMany(source => source.Root.DescendantNodes().Where(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax)
            .Select(node => ($"{source.Path}: {NameOf(node)}", LinesOf(node))))];

    [Fact]
    public void No_method_is_over_60_lines() => Assert.DoesNotContain(Methods, method => method.Lines > 60);

    [Fact]
    public void Methods_are_short()
    {
        Assert.InRange(Percentile(Methods.Select(method => method.Lines), 0.5), 1, 10);
        Assert.InRange(Percentile(Methods.Select(method => method.Lines), 0.9), 1, 30);
    }

    [Fact]
    public void Files_are_short() => Assert.InRange(Percentile(Source.All.Select(source => source.Lines), 0.9), 1, 120);

    [Fact]
    public void Every_class_is_sealed_static_or_abstract() => Assert.Empty(
        from source in Source.All
        from type in source.Root.DescendantNodes().OfType<TypeDeclarationSyntax>()
        where type is ClassDeclarationSyntax || (type is RecordDeclarationSyntax record && !record.ClassOrStructKeyword.IsKind(SyntaxKind.StructKeyword))
        where !type.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword)
        where !ElsewhereSealed(source, type)
        select $"{source.Path}: {type.Identifier}");

    /// <summary>By the last word of its name: what it says it is. Service URLs are the field's own.</summary>
    [Fact]
    public void No_file_has_a_vague_name() => Assert.DoesNotContain(
        Source.All.Select(source => Path.GetFileNameWithoutExtension(source.Path)),
        name => Vague.Any(word => name.EndsWith(word, StringComparison.Ordinal) || name.EndsWith(word + "s", StringComparison.Ordinal)));

    /// <summary>What the container gives a class; a logger is not a dependency.</summary>
    [Fact]
    public void No_class_asks_for_more_than_four_others()
    {
        var ours = typeof(SupportBot.Bot.Turn).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && !IsData(type));

        var most = ours.Select(type => (type.FullName, Count: type.GetConstructors().Select(made => made.GetParameters().Count(IsDependency)).DefaultIfEmpty().Max()));

        Assert.DoesNotContain(most, type => type.Count > 4);
    }

    private static bool IsData(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsDependency(System.Reflection.ParameterInfo parameter) =>
        !parameter.ParameterType.Name.StartsWith("ILogger", StringComparison.Ordinal) && !parameter.ParameterType.IsPrimitive && parameter.ParameterType != typeof(string);

    /// <summary>A part of a class whose other part says it.</summary>
    private static bool ElsewhereSealed(Source source, TypeDeclarationSyntax type) =>
        type.Modifiers.Any(SyntaxKind.PartialKeyword) && Source.All.SelectMany(other => other.Root.DescendantNodes().OfType<TypeDeclarationSyntax>())
            .Any(part => part.Identifier.Text == type.Identifier.Text && part.Modifiers.Any(SyntaxKind.SealedKeyword) | part.Modifiers.Any(SyntaxKind.StaticKeyword));

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        _ => node.Kind().ToString(),
    };

    private static int LinesOf(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    private static int Percentile(IEnumerable<int> numbers, double part)
    {
        var sorted = numbers.Order().ToList();
        return sorted[(int)((sorted.Count - 1) * part)];
    }
}
