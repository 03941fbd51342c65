using System.Text.RegularExpressions;
using Connector.Tests.Support;

namespace Connector.Tests.Architecture;

/// <summary>A link in a document leads to a file, a folder or a heading that exists in this repository.</summary>
public sealed partial class LinkRulesTests
{
    // Folders that .gitignore names: what lies there was made by a build, or by somebody else.
    private static readonly string[] Built = [".git", "bin", "obj", "node_modules", "dist", "TestResults", "publish"];

    public static TheoryData<string> Documents() =>
        [.. MarkdownIn(Repository.Root).Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_to_something(string document) =>
        Assert.All(
            LinksIn(File.ReadAllText(Repository.Path(document))),
            link => Assert.True(Exists(document, link), $"{link} leads to nothing."));

    [Theory]
    [InlineData("Above [a](b.md), ![c](d.png) and [`e`](f/g.md#h).", "b.md", "d.png", "f/g.md#h")]
    [InlineData("`[a](b.md)`\n```bash\n[c](d.md)\n```\n[e](f.md)", "f.md")]
    [InlineData("[a](https://example.com/b.md) <https://example.com>")]
    [InlineData("[a](https://github.com/pinterest-connector/pinterest-connector/blob/main/b/c.md)", "/b/c.md")]
    public void Links_are_found_in_text_and_not_in_code(string text, params string[] links) => Assert.Equal(links, LinksIn(text));

    [Theory]
    [InlineData("README.md", "sidecar/docs", true)]
    [InlineData("README.md", "#two-commands", true)]
    [InlineData("sidecar/docs/README.md", "../../LICENSE", true)]
    [InlineData("sidecar/docs/README.md", "/LICENSE", true)]
    [InlineData("README.md", "sidecar/docs/nothing.md", false)]
    [InlineData("README.md", "#nothing", false)]
    [InlineData("README.md", "LICENSE#nothing", false)]
    public void A_link_leads_to_something_only_where_there_is_something(string document, string link, bool exists) =>
        Assert.Equal(exists, Exists(document, link));

    [Theory]
    [InlineData("What you need", "what-you-need")]
    [InlineData("`Connector:Pacing`, and more (2 of them)", "connectorpacing-and-more-2-of-them")]
    [InlineData("Pinterest's limits", "pinterests-limits")]
    [InlineData("[A link](b.md) in it", "a-link-in-it")]
    public void A_heading_has_the_anchor_that_GitHub_gives_it(string heading, string anchor) => Assert.Equal(anchor, AnchorOf(heading));

    private static IEnumerable<string> MarkdownIn(string folder) => Directory.EnumerateFiles(folder, "*.md")
        .Concat(Directory.EnumerateDirectories(folder).Where(inner => !Built.Contains(Path.GetFileName(inner))).SelectMany(MarkdownIn));

    /// <summary>Targets within the repository; one that begins with a slash counts from its root.</summary>
    private static IEnumerable<string> LinksIn(string text) => Link().Matches(Code().Replace(text, ""))
        .Select(match => OurAddress().Replace(match.Groups[1].Value, "/"))
        .Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith("mailto:", StringComparison.Ordinal));

    private static bool Exists(string document, string link)
    {
        var (path, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
        var folder = path.StartsWith('/') ? "" : Path.GetDirectoryName(document)!;
        var target = Path.GetFullPath(path.Length == 0 ? Repository.Path(document) : Repository.Path(folder, path.TrimStart('/')));
        if (anchor is null) return File.Exists(target) || Directory.Exists(target);

        return File.Exists(target)
            && Heading().Matches(Fence().Replace(File.ReadAllText(target), "")).Any(match => AnchorOf(match.Groups[1].Value) == anchor);
    }

    /// <remarks>As GitHub makes it; "Section links" in its "Basic writing and formatting syntax" at https://docs.github.com.</remarks>
    private static string AnchorOf(string heading) =>
        NotInAnchors().Replace(Link().Replace(heading, "]").ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^https://github\\.com/pinterest-connector/pinterest-connector/(blob|tree)/main/")]
    private static partial Regex OurAddress();

    [GeneratedRegex("^```.*?^```|`[^`\\n]+`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#{1,6} (.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
