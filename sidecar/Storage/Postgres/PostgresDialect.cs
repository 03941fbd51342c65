using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Connector.Storage.Postgres;

/// <summary>PostgreSQL knows no blob, takes a list as an array, and has functions of its own for JSON.</summary>
internal sealed partial class PostgresDialect : Dialect
{
    public static readonly PostgresDialect Instance = new();

    // Texts are constants, or put together from few parts.
    private readonly ConcurrentDictionary<string, string> _statements = new();

    public override string Name => "postgres";

    public override string Statement(string text) => _statements.GetOrAdd(text, Translated);

    public override object? Arguments(object? args) => args is null ? null : new PostgresArguments(args);

    public override string SkipLocked => "for update skip locked";

    public override bool HasTable(Sql sql, string name) => sql.Find<string>("select to_regclass(@name)::text", new { name }) is not null;

    /// <remarks>
    /// Ids are cursors, so texts are compared byte by byte, as SQLite does, whatever the database's own order of letters is.
    /// </remarks>
    public override string Script(string text) =>
        TextColumn().Replace(text, "$1 text collate \"C\"").Replace(" blob", " bytea", StringComparison.Ordinal);

    private static string Translated(string text)
    {
        text = NotInList().Replace(text, " <> all($1)");
        text = InList().Replace(text, " = any($1)");
        text = Items().Replace(text, "select value from json_array_elements_text($1::json) as items (value)");
        text = Entries().Replace(text, "from json_each_text($1::json)");
        text = OrderedJoin().Replace(text, " join $1 on ");
        return Folded().Replace(text, "lower($1 collate \"C\")");
    }

    [GeneratedRegex(@"^( +\w+|alter table \w+ add column \w+) text\b", RegexOptions.Multiline)]
    private static partial Regex TextColumn();

    [GeneratedRegex(@"\s+not in (@\w+)")]
    private static partial Regex NotInList();

    [GeneratedRegex(@"\s+in (@\w+)")]
    private static partial Regex InList();

    [GeneratedRegex(@"select value from json_each\((\$\d+)\)")]
    private static partial Regex Items();

    [GeneratedRegex(@"from json_each\((\$\d+)\)")]
    private static partial Regex Entries();

    // SQLite takes the tables in the order in which they are written where the join says so.
    [GeneratedRegex(@" cross join (\w+) on ")]
    private static partial Regex OrderedJoin();

    // The columns fold the letters that "C" knows, so a text they are compared with must not fold more.
    [GeneratedRegex(@"lower\((\$\d+)\)")]
    private static partial Regex Folded();
}
