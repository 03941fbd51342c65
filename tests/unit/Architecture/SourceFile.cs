using System.Text.RegularExpressions;
using Connector.Tests.Support;

namespace Connector.Tests.Architecture;

/// <summary>A file of the sidecar's source, as the rules of its architecture read it.</summary>
internal sealed partial class SourceFile(string path)
{
    private static readonly string Root = Repository.Path("sidecar");

    public static readonly IReadOnlyList<SourceFile> All =
    [
        .. Directory.EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Root, "*.razor", SearchOption.AllDirectories))
            .Where(path => !Path.GetRelativePath(Root, path).StartsWith("bin", StringComparison.Ordinal))
            .Where(path => !Path.GetRelativePath(Root, path).StartsWith("obj", StringComparison.Ordinal))
            .Select(path => new SourceFile(path)),
    ];

    private static readonly HashSet<string> Namespaces = [.. All.Select(file => file.Folder.Replace('/', '.'))];

    /// <summary>Its path below <c>sidecar/</c>.</summary>
    public string Name { get; } = Path.GetRelativePath(Root, path).Replace('\\', '/');

    public string Text { get; } = File.ReadAllText(path);

    /// <summary>Its folder below <c>sidecar/</c>; empty for the few files above all folders.</summary>
    public string Folder => Path.GetDirectoryName(Name)!.Replace('\\', '/');

    public string Feature => Folder.Split('/')[0];

    /// <summary>A component's comes from its folder.</summary>
    public string Namespace => Name.EndsWith(".razor", StringComparison.Ordinal)
        ? $"Connector.{Folder.Replace('/', '.')}"
        : NamespaceLine().Match(Text).Groups[1].Value;

    public int LineCount => Text.Count(c => c == '\n');

    /// <summary>What it uses of ours, without <c>Connector.</c>: its using lines, and types written out with their namespace.</summary>
    public IEnumerable<string> UsedNamespaces
    {
        get
        {
            var code = CommentOrText().Replace(Text, "");
            var usings = UsingLine().Matches(code)
                .Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value);
            var written = QualifiedName().Matches(code).Select(match => match.Groups[1].Value)
                .Where(name => Namespaces.Contains(name) && name != Feature);
            // A name that stands alone before a dot may be a property: only a type of that folder after it makes it one.
            return usings.Concat(written.Where(name => All.Any(file => file.IsTypeNamed(name, code))));
        }
    }

    public static IEnumerable<SourceFile> In(string folder) => All.Where(file => file.Feature == folder);

    private bool IsTypeNamed(string name, string code) =>
        Folder.Replace('/', '.') == name
        && code.Contains($"{name}.{Path.GetFileNameWithoutExtension(Name)}", StringComparison.Ordinal);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    // A static using names a type in its namespace.
    [GeneratedRegex(@"^@?using (?:Connector\.([\w.]+)|static Connector\.([\w.]+)\.\w+);?$", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"(?<![\w.""])(?:Connector\.)?([A-Z]\w*(?:\.[A-Z]\w*)?)\.[A-Z]\w*")]
    private static partial Regex QualifiedName();

    [GeneratedRegex(@"//.*|""(\\.|[^""\\])*""")]
    private static partial Regex CommentOrText();
}
