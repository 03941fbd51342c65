using System.Text.RegularExpressions;
using Connector.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Connector.Tests.Architecture;

/// <summary>Lines that fit a screen, in every language of the repository, and in C# one statement on each.</summary>
public sealed partial class LineRulesTests
{
    private const int Longest = 140;

    // What programs write, data, and pictures; C# and pages have rules of their own.
    private static readonly string[] NotCode = ["cs", "md", "json", "sln", "csv", "svg", "png", "jpg", "mp4"];

    private static readonly Lazy<string[]> Files = new(List);

    public static TheoryData<string> Languages() => [.. Files.Value.Select(LanguageOf).Except(NotCode)];

    public static TheoryData<string> Pages() => [.. Files.Value.Where(file => LanguageOf(file) == "md")];

    public static TheoryData<string> Folders() => [.. Files.Value.Where(file => LanguageOf(file) == "cs").Select(FolderOf).Distinct()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_line_is_too_long_in(string language) =>
        None(Files.Value.Where(file => LanguageOf(file) == language).SelectMany(file => TooLong(file, line => line)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_line_of_a_page_is_too_long_apart_from_tables_and_addresses(string page) =>
        None(TooLong(page, line => line.StartsWith('|') ? "" : Address().Replace(line, "")));

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_line_of_CSharp_is_too_long_in(string folder) =>
        None(Sources(folder).SelectMany(file => TooLong(file, line => line)));

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_line_of_CSharp_has_one_statement_in(string folder) =>
        None(Sources(folder).SelectMany(file => Crowded(File.ReadAllText(Repository.Path(file))).Select(line => $"{file}:{line}")));

    [Theory]
    [InlineData("a(); b();")]
    [InlineData("var a = 1; return a;")]
    [InlineData("if (a) { b(); c(); }")]
    [InlineData("if (a) b(); else c();")]
    [InlineData("switch (a) { case 1: b(); break; }")]
    [InlineData("a(() => { b(); c(); });")]
    [InlineData("class A { int _b; int _c; }")]
    public void Two_statements_on_a_line_are_seen(string code) => Assert.Equal([1], Crowded(code));

    [Theory]
    [InlineData("if (a) return;")]
    [InlineData("if (a) { b(); }\nelse { c(); }")]
    [InlineData("foreach (var a in b) c(a);")]
    [InlineData("for (var a = 0; a < 9; a++) b(a);")]
    [InlineData("a(() => { b(); });")]
    [InlineData("a(\"b(); c();\"); // d(); e();")]
    [InlineData("class A { int B { get; set; } }")]
    public void A_guard_may_stand_before_its_statement(string code) => Assert.Empty(Crowded(code));

    // Assert.Empty names only the first five.
    private static void None(IEnumerable<string> wrong)
    {
        var all = string.Join('\n', wrong);
        Assert.True(all.Length == 0, all);
    }

    private static IEnumerable<string> TooLong(string file, Func<string, string> counted) => File
        .ReadLines(Repository.Path(file))
        .Select((line, index) => (counted(line).Length, Number: index + 1))
        .Where(line => line.Length > Longest)
        .Select(line => $"{file}:{line.Number} has {line.Length} characters");

    /// <summary>The numbers of the lines where one statement or member ends and the next begins.</summary>
    private static IEnumerable<int> Crowded(string code) => CSharpSyntaxTree
        .ParseText(code)
        .GetRoot()
        .DescendantNodesAndSelf()
        .Select(Sequence)
        .SelectMany(nodes => nodes.Zip(nodes.Skip(1)))
        .Where(pair => Lines(pair.First).EndLinePosition.Line == Lines(pair.Second).StartLinePosition.Line)
        .Select(pair => Lines(pair.Second).StartLinePosition.Line + 1)
        .Distinct();

    private static IReadOnlyList<SyntaxNode> Sequence(SyntaxNode node) => node switch
    {
        CompilationUnitSyntax unit => unit.Members,
        TypeDeclarationSyntax type => type.Members,
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        IfStatementSyntax { Else: { } otherwise } choice => [choice.Statement, otherwise],
        _ => [],
    };

    private static FileLinePositionSpan Lines(SyntaxNode node) => node.GetLocation().GetLineSpan();

    private static IEnumerable<string> Sources(string folder) =>
        Files.Value.Where(file => LanguageOf(file) == "cs" && FolderOf(file) == folder);

    private static string FolderOf(string file) => Path.GetDirectoryName(file)!;

    private static string LanguageOf(string file) => Path.GetFileName(file).Split('.')[^1];

    // What git knows and what is new; whoever owns the clone is of no matter here.
    private static string[] List()
    {
        using var git = Tool.Start(
            "git",
            ["-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
            folder: Repository.Root);
        var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return [.. files.Where(file => File.Exists(Repository.Path(file))).Distinct().Order(StringComparer.Ordinal)];
    }

    // Of a link only its text counts: an address cannot be broken.
    [GeneratedRegex(@"(?<=\])\([^)]*\)|https?://\S+")]
    private static partial Regex Address();
}
