using Connector.Storage;
using Connector.Tests.Support;

namespace Connector.Tests.Storage;

/// <summary>Every row says whose it is, so that tables can be spread over several servers by workspace.</summary>
public sealed class WorkspaceColumnTests : IAsyncLifetime
{
    private const string Column = "workspace_id";

    private static readonly Dictionary<string, string> OfNoWorkspace = new()
    {
        ["schema_versions"] = "one for the whole database",
        ["secrets_canary"] = "one row, by which a start sees whether it has the right keys",
        ["workspaces"] = "its id is the workspace",
        ["replicas"] = "processes work for all workspaces",
        ["key_ring"] = "keys seal for all workspaces",
        ["write_marks"] = "a transaction may write for several workspaces",
        ["feed_places"] = "one row, from which every event gets its place",
    };

    /// <summary>Tables whose rows have a server of their own already: the others are found by their ids alone, up to now.</summary>
    private static readonly string[] Keyed = ["apps", "pin_metadata"];

    private TemporaryDatabase _database = null!;

    [Fact]
    public void Every_table_has_the_workspace_of_its_rows_or_a_reason_to_have_none()
    {
        var without = Tables().Where(table => !WorkspaceOf(table).Any()).ToList();

        Assert.Equal(OfNoWorkspace.Keys.Where(Tables().Contains).Order(), without.Order());
        Assert.All(Tables().Except(without), table => Assert.Equal((table, true), (table, WorkspaceOf(table).Single().IsRequired)));
    }

    [Fact]
    public void Primary_keys_that_name_the_workspace_begin_with_it()
    {
        var keys = Tables().Except(OfNoWorkspace.Keys).ToDictionary(table => table, KeyOf);

        Assert.Equal(Keyed, keys.Where(key => key.Value.Exists(IsWorkspace)).Select(key => key.Key).Order());
        Assert.All(Keyed, table => Assert.True(IsWorkspace(keys[table][0]), table));
    }

    [Fact]
    public async Task Rows_of_the_schema_before_get_the_workspace_of_what_they_belong_to()
    {
        await using var old = await TemporaryDatabase.CreateOldAsync(18);
        await old.Sql.WriteAsync(sql => sql.Execute(OldRows.Of14 + OldRows.Of18));
        var before = CountsOf(old.Sql);
        Assert.DoesNotContain(0, before.Where(count => count.Key is not ("key_ring" or "write_marks")).Select(count => count.Value));

        await Migrations.ApplyAsync(old.Sql);

        Assert.Equal(before, CountsOf(old.Sql).Where(count => before.ContainsKey(count.Key)).ToDictionary());
        // A piece of a file that was never accepted belongs to nobody yet.
        Assert.Equal(["import_pieces"], Without(old.Sql));
        Assert.Equal(
            ["acc_1 wsp_1", "acc_2 wsp_2"],
            old.Sql.Read(sql => sql.Query<string>("select account_id || ' ' || workspace_id from attempts order by id")));
    }

    public async ValueTask InitializeAsync() => _database = await TemporaryDatabase.CreateAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>The tables with rows that do not say whose they are.</summary>
    internal static List<string> Without(Database database) => database.Read(sql => Tables(sql)
        .Where(table => !OfNoWorkspace.ContainsKey(table) && Columns(sql, table).Exists(each => each.Name == Column))
        .Where(table => sql.Find<long>($"select count(*) from {table} where {Column} = ''") > 0)
        .Order().ToList());

    private static Dictionary<string, long> CountsOf(Database database) => database.Read(sql => Tables(sql)
        .Where(table => table != "schema_versions")
        .ToDictionary(table => table, table => sql.Find<long>($"select count(*) from {table}")));

    private static bool IsPostgres(Sql sql) => sql.Dialect.Name == TestDatabase.Postgres;

    private List<string> Tables() => _database.Sql.Read(Tables);

    private static List<string> Tables(Sql sql) =>
    [
        .. sql.Query<string>(IsPostgres(sql) ? "select tablename from pg_tables where schemaname = 'public'" : TestDatabase.Tables)
            .Where(table => table != "notes" && !table.StartsWith("sqlite_", StringComparison.Ordinal)),
    ];

    private IEnumerable<CatalogColumn> WorkspaceOf(string table) =>
        _database.Sql.Read(sql => Columns(sql, table)).Where(column => IsWorkspace(column.Name));

    private List<string> KeyOf(string table) => _database.Sql.Read(sql => Columns(sql, table))
        .Where(column => column.Key > 0).OrderBy(column => column.Key).Select(column => column.Name).ToList();

    // pin_metadata has it under the name that its triggers use.
    private static bool IsWorkspace(string column) => column is Column or "workspace";

    private static List<CatalogColumn> Columns(Sql sql, string table) => sql.Query<CatalogColumn>(
        IsPostgres(sql)
            ? """
              select c.column_name as name, cast(c.is_nullable = 'NO' as integer) as required, coalesce(k.ordinal_position, 0) as key
              from information_schema.columns c
              left join information_schema.key_column_usage k on k.table_name = c.table_name and k.column_name = c.column_name
                  and k.constraint_name = c.table_name || '_pkey'
              where c.table_schema = 'public' and c.table_name = @table
              """
            : "select name, \"notnull\" as required, pk as key from pragma_table_info(@table)",
        new { table });

    private sealed record CatalogColumn
    {
        public string Name { get; init; } = "";
        public long Required { get; init; }
        public long Key { get; init; }
        public bool IsRequired => Required == 1;
    }
}
