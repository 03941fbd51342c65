using Connector.Storage;
using Connector.Tests.Support;

namespace Connector.Tests.Storage;

public sealed class MigrationTests
{
    [Fact]
    public async Task Each_migration_runs_once_and_in_order()
    {
        await using var database = await TemporaryDatabase.CreateAsync();

        await Migrations.ApplyAsync(database.Sql);

        var versions = database.Sql.Read(sql => sql.Query<long>("select version from schema_versions order by version"));
        // Two scripts of one number are the same step for each engine.
        var scripts = Directory.EnumerateFiles(Repository.Path("sidecar", "Storage", "Migrations"), "*.sql")
            .Select(file => long.Parse(Path.GetFileName(file)[..4], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(scripts.Distinct().Order(), versions);
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        await database.Sql.WriteAsync(sql => sql.Execute("insert into schema_versions (version) values (9999)"));

        var refused = await Assert.ThrowsAsync<DatabaseTooNewException>(() => Migrations.ApplyAsync(database.Sql));

        Assert.StartsWith("The database has schema version 9999; this program knows up to ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Start the newer version again", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Idempotency_keys_of_a_workspace_stay_valid_as_keys_of_their_accounts()
    {
        await using var database = await TemporaryDatabase.CreateAsync();
        await database.Sql.WriteAsync(sql => sql.Execute(
            """
            drop index pins_by_idempotency_key;
            create unique index pins_by_idempotency_key on pins (workspace_id, idempotency_key) where idempotency_key is not null;
            insert into workspaces (id, name, created_at) values ('wsp_1', 'one', 1);
            insert into accounts (id, workspace_id, name, environment, pinterest_user_id, username, status, scopes, created_at, updated_at)
            values ('acc_1', 'wsp_1', 'a', 'simulator', 'u1', 'u1', 'active', '', 1, 1),
                ('acc_2', 'wsp_1', 'b', 'simulator', 'u2', 'u2', 'active', '', 1, 1);
            """));
        await AddAsync("pin_1", "acc_1");

        await database.Sql.WriteAsync(sql => sql.Execute(
            File.ReadAllText(Repository.Path("sidecar", "Storage", "Migrations", "0007_idempotency.sql"))));

        await AddAsync("pin_2", "acc_2");
        await Assert.ThrowsAnyAsync<Exception>(() => AddAsync("pin_3", "acc_1"));

        Task AddAsync(string pin, string account) => database.Sql.WriteAsync(sql => sql.Execute(
            """
            insert into pins (id, workspace_id, account_id, status, request_hash, board_id, media_type, due_at, tries_left, created_at,
                updated_at, idempotency_key)
            values (@pin, 'wsp_1', @account, 'queued', 'h', '1', 'image', 1, 3, 1, 1, 'K')
            """,
            new { pin, account }));
    }
}
