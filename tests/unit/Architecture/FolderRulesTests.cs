namespace Connector.Tests.Architecture;

/// <summary>Which folder may use which: the map of sidecar/docs/architecture.md, kept true by reading the code.</summary>
public sealed class FolderRulesTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Common"] = [],
        ["Settings"] = ["Common"],
        ["Http"] = ["Common", "Settings"],
        ["Storage"] = ["Common", "Settings"],
        ["Replicas"] = ["Common", "Settings", "Http", "Storage"],
        ["Pinterest"] = ["Common", "Settings"],
        ["Outgoing"] = ["Common", "Settings", "Http"],
        ["Keys"] = ["Common", "Settings", "Http", "Storage"],
        ["Pacing"] = ["Common", "Settings", "Http", "Storage"],
        ["Seasons"] = ["Common", "Http", "Pacing"],
        ["Webhooks"] = ["Common", "Settings", "Http", "Storage", "Keys", "Outgoing"],
        ["Accounts"] = ["Common", "Settings", "Http", "Storage", "Replicas", "Keys", "Pinterest", "Pacing", "Webhooks"],
        ["Boards"] = ["Common", "Http", "Pinterest", "Accounts"],
        ["Assets"] = ["Common", "Settings", "Http", "Storage", "Outgoing"],
        ["Pins"] =
        [
            "Common", "Settings", "Http", "Storage", "Pinterest", "Pacing", "Seasons", "Webhooks", "Accounts", "Boards", "Assets",
            "Outgoing",
        ],
        ["Imports"] = ["Common", "Settings", "Http", "Storage", "Keys", "Webhooks", "Accounts", "Boards", "Pins", "Outgoing"],
        ["Sources"] =
            ["Common", "Settings", "Http", "Storage", "Keys", "Webhooks", "Accounts", "Boards", "Pins", "Outgoing", "Imports"],
        ["Publishing"] =
            ["Common", "Settings", "Http", "Storage", "Replicas", "Pinterest", "Pacing", "Webhooks", "Accounts", "Assets", "Pins"],
        ["Metrics"] = ["Common", "Http", "Pinterest", "Accounts", "Pins"],
        ["Audience"] = ["Common", "Http", "Pinterest", "Accounts"],
        ["Agents"] = ["Http", "Accounts", "Boards", "Pins", "Metrics"],
        ["Catalogs"] = ["Common", "Settings", "Http", "Storage", "Keys", "Pinterest", "Webhooks", "Accounts"],
        ["Policy"] =
            ["Common", "Settings", "Http", "Storage", "Pinterest", "Accounts", "Assets", "Pins", "Imports", "Webhooks", "Catalogs"],
        ["Backup"] = ["Common", "Settings", "Http", "Storage", "Accounts", "Pins", "Simulator"],
        ["Simulator"] = ["Common", "Settings", "Http", "Pinterest", "Outgoing", "Accounts"],
        ["Demo"] = ["Cli", "Imports"],
        ["Console"] =
        [
            "Common", "Settings", "Http", "Pinterest", "Keys", "Pacing", "Seasons", "Webhooks", "Accounts", "Boards", "Assets", "Pins",
            "Metrics", "Audience", "Simulator", "Cli", "Sources", "Policy",
        ],
        ["Cli"] = ["Common", "Settings", "Http", "Storage", "Keys", "Accounts"],
    };

    // A subfolder is used only by its own feature. Publishing and a restore change the state of pins, so these two may use Lifecycle.
    private static readonly HashSet<(string User, string Namespace)> MaySee =
        [("Publishing", "Pins.Lifecycle"), ("Backup", "Pins.Lifecycle")];

    public static TheoryData<string> Folders() =>
        [.. SourceFile.All.Where(file => file.Folder.Length > 0).Select(file => file.Feature).Distinct()];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_what_the_table_allows(string folder)
    {
        Assert.True(MayUse.ContainsKey(folder), $"{folder} is not in the table of folders: say there what it may use.");

        var wrong =
            from file in SourceFile.In(folder)
            from used in file.UsedNamespaces
            let feature = used.Split('.')[0]
            where feature != folder && MayUse.ContainsKey(feature) && !MayUse[folder].Contains(feature)
            select $"{file.Name} uses {feature}";

        Assert.Empty(wrong.Distinct());
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_subfolder_is_used_by_its_own_feature_only(string folder)
    {
        var wrong =
            from file in SourceFile.In(folder)
            from used in file.UsedNamespaces
            where used.Contains('.', StringComparison.Ordinal) && used.Split('.')[0] != folder && !MaySee.Contains((folder, used))
            select $"{file.Name} uses {used}";

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void No_two_folders_use_each_other_however_many_lie_between()
    {
        foreach (var folder in MayUse.Keys) Assert.DoesNotContain(folder, Reachable(folder));

        static HashSet<string> Reachable(string from)
        {
            var seen = new HashSet<string>();
            var open = new Stack<string>(MayUse[from]);
            while (open.TryPop(out var next))
                if (seen.Add(next)) foreach (var further in MayUse[next]) open.Push(further);
            return seen;
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_file_has_the_namespace_of_its_folder(string folder) =>
        Assert.All(SourceFile.In(folder), file => Assert.Equal($"Connector.{file.Folder.Replace('/', '.')}", file.Namespace));

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_file_has_more_than_200_lines(string folder) =>
        Assert.All(SourceFile.In(folder), file => Assert.True(file.LineCount <= 200, $"{file.Name} has {file.LineCount} lines."));
}
