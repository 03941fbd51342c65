using System.Text.RegularExpressions;
using Connector.Tests.Support;

namespace Connector.Tests.Architecture;

/// <summary>Who writes which table, kept true by reading the SQL.</summary>
public sealed partial class TableRulesTests
{
    private static readonly Dictionary<string, string> Writers = new()
    {
        ["workspaces"] = "Keys",
        ["api_keys"] = "Keys",
        ["accounts"] = "Accounts",
        ["secrets_canary"] = "Accounts",
        ["apps"] = "Accounts",
        ["connection_starts"] = "Accounts",
        ["calls"] = "Pacing",
        ["learned_limits"] = "Pacing",
        ["assets"] = "Assets",
        ["asset_uses"] = "Assets",
        ["events"] = "Webhooks",
        ["webhooks"] = "Webhooks",
        ["deliveries"] = "Webhooks",
        ["delivery_attempts"] = "Webhooks",
        ["pins"] = "Pins",
        ["pin_images"] = "Pins",
        ["pin_metadata"] = "Pins",
        ["attempts"] = "Pins",
        ["link_holds"] = "Pins",
        ["imports"] = "Imports",
        ["import_pieces"] = "Imports",
        ["import_results"] = "Imports",
        ["import_mappings"] = "Imports",
        ["import_keys"] = "Imports",
        ["sources"] = "Sources",
        ["source_items"] = "Sources",
        ["feed_watches"] = "Catalogs",
        ["item_jobs"] = "Catalogs",
        ["item_batches"] = "Catalogs",
        ["item_results"] = "Catalogs",
        ["videos"] = "Publishing",
        ["lanes"] = "Replicas",
        ["replicas"] = "Replicas",
        ["feed_places"] = "Webhooks",
    };

    // Not a transition: content with its first state, where the final event goes, and forgetting a whole pin.
    private static readonly string[] OtherWritersOfPins = ["Pins/Rows/PinStatement.cs", "Pins/Lifecycle/PinEvents.cs", "Pins/PinStore.cs"];

    public static TheoryData<string> Tables() => [.. Writers.Keys];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_is_written_by_one_folder_only(string table)
    {
        var files = WritersOf(table).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.StartsWith(Writers[table] + "/", file, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_table_has_a_folder_that_writes_it() => Assert.Empty(Directory
        .EnumerateFiles(Repository.Path("sidecar", "Storage", "Migrations"), "*.sql")
        .SelectMany(path => Created().Matches(File.ReadAllText(path)))
        .Select(match => match.Groups[1].Value)
        .Except(Writers.Keys));

    [Fact]
    public void The_state_of_a_pin_is_written_by_its_transitions_only() =>
        Assert.All(
            WritersOf("pins").Except(OtherWritersOfPins),
            file => Assert.StartsWith("Pins/Lifecycle/PinTransitions", file, StringComparison.Ordinal));

    /// <summary>There the column has a default for replicas of the version before, so the database refuses no row without.</summary>
    [Fact]
    public void Rows_are_written_with_the_workspace_they_belong_to()
    {
        var script = File.ReadAllText(Repository.Path("sidecar", "Storage", "Migrations", "0020_workspaces.sql"));
        var tables = WithWorkspace().Matches(script).Select(match => match.Groups[1].Value).ToHashSet();
        var inserts = Directory.EnumerateFiles(Repository.Path("sidecar"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(path => Inserted().Matches(File.ReadAllText(path)))
            .Where(match => tables.Contains(match.Groups[1].Value))
            .ToList();

        Assert.Equal(tables.Order(), inserts.Select(match => match.Groups[1].Value).Distinct().Order());
        Assert.All(inserts, match => Assert.Equal((match.Groups[1].Value, "workspace_id"), (match.Groups[1].Value, match.Groups[2].Value)));
    }

    private static IEnumerable<string> WritersOf(string table) => Directory
        .EnumerateFiles(Repository.Path("sidecar"), "*.cs", SearchOption.AllDirectories)
        .Where(path => Written().Matches(File.ReadAllText(path)).Any(match => match.Groups[1].Value == table))
        .Select(path => Path.GetRelativePath(Repository.Path("sidecar"), path).Replace('\\', '/'));

    [GeneratedRegex(@"^create table (\w+)", RegexOptions.Multiline)]
    private static partial Regex Created();

    [GeneratedRegex(@"^alter table (\w+) add column workspace_id ", RegexOptions.Multiline)]
    private static partial Regex WithWorkspace();

    [GeneratedRegex(@"insert into (\w+)\s*\(\s*(\w+)")]
    private static partial Regex Inserted();

    [GeneratedRegex(@"(?:update|insert (?:or ignore )?into|delete from) (\w+)\b")]
    private static partial Regex Written();
}
