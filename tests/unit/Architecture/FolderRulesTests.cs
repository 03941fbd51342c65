using System.Text.RegularExpressions;
using Connector.Tests.Support;

namespace Connector.Tests.Architecture;

/// <summary>Who may use whom: the table in sidecar/docs/architecture.md, kept true by reading the <c>using</c> lines.</summary>
public sealed class FolderRulesTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Api"] = [],
        ["Pinterest"] = [],
        ["Storage"] = [],
        ["Outgoing"] = ["Api"],
        ["Keys"] = ["Storage", "Api"],
        ["Pacing"] = ["Storage", "Api"],
        ["Webhooks"] = ["Keys", "Outgoing", "Storage", "Api"],
        ["Accounts"] = ["Pinterest", "Pacing", "Webhooks", "Storage", "Api"],
        ["Boards"] = ["Accounts", "Pinterest", "Api"],
        ["Metrics"] = ["Pins", "Accounts", "Pinterest", "Api"],
        ["Assets"] = ["Outgoing", "Storage", "Api"],
        ["Pins"] = ["Accounts", "Assets", "Boards", "Outgoing", "Pacing", "Pinterest", "Publishing", "Webhooks", "Storage", "Api"],
        ["Publishing"] = ["Pins", "Pacing", "Accounts", "Assets", "Pinterest", "Storage", "Api"],
        ["Backup"] = ["Publishing", "Accounts", "Storage", "Api"],
        ["Simulator"] = ["Pinterest", "Accounts", "Api"],
        ["Demo"] = [],
    };

    public static TheoryData<string> Folders() => [.. Directory.GetDirectories(Repository.Path("sidecar")).Select(d => Path.GetFileName(d)!).Where(f => f is not ("bin" or "obj" or "docs"))];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_what_the_table_allows(string folder)
    {
        Assert.True(MayUse.ContainsKey(folder), $"{folder} is not in the table of folders: say there what it may use.");

        var wrong = Sources(folder)
            .SelectMany(file => Used(file.Text).Select(used => (file.Name, used)))
            .Where(u => u.used != folder && !MayUse[folder].Contains(u.used))
            .Select(u => $"{u.Name} uses {u.used}")
            .Distinct();

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_file_lives_in_the_namespace_of_its_folder(string folder) =>
        Assert.All(Sources(folder), file => Assert.Matches($@"(?m)^namespace Connector\.{folder};", file.Text));

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_file_is_longer_than_a_reader_can_hold(string folder) =>
        Assert.All(Sources(folder), file => Assert.True(file.Text.Count(c => c == '\n') <= 200, $"{file.Name} has more than 200 lines."));

    private static IEnumerable<(string Name, string Text)> Sources(string folder) => Directory
        .EnumerateFiles(Repository.Path("sidecar", folder), "*.cs", SearchOption.AllDirectories)
        .Select(path => (Path.GetFileName(path), File.ReadAllText(path)));

    // `using Connector.X;`, and a type written out with its folder: `Api.Problem`. `Pins.Add` is a property, because no folder has a type of that name.
    private static IEnumerable<string> Used(string text)
    {
        var folders = string.Join('|', MayUse.Keys);
        var code = Regex.Replace(text, @"//.*|""(\\.|[^""\\])*""", "");
        var usings = Regex.Matches(code, @"using (?:static )?Connector\.(\w+)").Select(m => m.Groups[1].Value);
        var writtenOut = Regex.Matches(code, $@"(?<![\w.])(?:Connector\.)?({folders})\.([A-Z]\w*)")
            .Where(m => File.Exists(Repository.Path("sidecar", m.Groups[1].Value, m.Groups[2].Value + ".cs")))
            .Select(m => m.Groups[1].Value);
        return usings.Concat(writtenOut).Where(MayUse.ContainsKey);
    }
}
