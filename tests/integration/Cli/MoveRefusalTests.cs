using System.Net.Http.Json;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Connector.Tests.Cli;

/// <summary>When a database is not moved: then nothing is in PostgreSQL, and the sidecar starts where it was.</summary>
[Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
public sealed class MoveRefusalTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connector-move-").FullName;
    private string _connection = "";

    [Fact]
    public async Task A_directory_in_use_is_not_moved()
    {
        await using var running = await SidecarProcess.StartAsync(_folder);

        await RefusedAsync(1, "is in use by process");
    }

    [Fact]
    public async Task A_folder_without_a_database_is_not_moved() => await RefusedAsync(1, "There is no database in");

    [Theory]
    [InlineData("delete from schema_versions where version = (select max(version) from schema_versions)", 1, "run connector migrate on it")]
    [InlineData("insert into schema_versions values (9999)", 2, "The database has schema version 9999; this program knows up to")]
    public async Task A_database_of_another_version_is_not_moved(string change, int code, string why)
    {
        await FillAsync();
        await ChangeAsync(change);

        await RefusedAsync(code, why);
    }

    [Theory]
    [InlineData("update pins set due_at = 'soon'", "In table pins, column due_at, there is a value that is not Bigint but String")]
    [InlineData("create table notes (text text)", "notes.text cannot be moved: in PostgreSQL it is not there")]
    [InlineData("pragma foreign_keys = off; delete from workspaces", "PostgreSQL refuses")]
    public async Task What_PostgreSQL_does_not_take_as_it_is_stops_all_of_it(string change, string why)
    {
        await FillAsync();
        await ChangeAsync(change);

        await RefusedAsync(1, why);
    }

    [Fact]
    public async Task A_damaged_database_is_not_moved()
    {
        await FillAsync();
        var file = Path.Combine(_folder, DataDirectory.DatabaseName);
        await using (var stream = File.OpenWrite(file))
        {
            stream.Position = stream.Length / 2;
            stream.Write(new byte[8192].Select(_ => (byte)0x5A).ToArray());
        }

        await RefusedAsync(1, "is damaged");
    }

    [Fact]
    public async Task Into_a_database_that_somebody_uses_nothing_is_moved()
    {
        await FillAsync();
        await ExecuteAsync("create table theirs (id bigint)");

        await RefusedAsync(1, "is not empty: there is something in theirs", isEmpty: false);
    }

    [Fact]
    public async Task A_last_step_that_PostgreSQL_refuses_leaves_the_sidecar_as_it_was()
    {
        await FillAsync();
        await ExecuteAsync(
            """
            create table key_ring (name text collate "C" primary key, element text collate "C" not null);
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not at the end'; end $$;
            create constraint trigger refuse after insert on key_ring deferrable initially deferred for each row execute function refuse();
            """);

        await RefusedAsync(1, "PostgreSQL refuses", isEmpty: false);
    }

    [Fact]
    public async Task Into_a_database_that_a_sidecar_was_started_on_nothing_is_moved()
    {
        await FillAsync();
        await using (await SidecarProcess.StartAsync(Directory.CreateTempSubdirectory("connector-move-").FullName, settings: Postgres))
        {
        }

        await RefusedAsync(1, "is not empty", isEmpty: false);
    }

    [Fact]
    public async Task Into_a_database_that_was_only_migrated_everything_is_moved_and_once()
    {
        await FillAsync();
        var (made, said) = await SidecarProcess.RunAsync(
            _folder, ["migrate", .. Postgres.Select(setting => "--" + setting)]);
        Assert.True(made == 0, said);

        var (moved, report) = await MoveCalls.RunAsync(_folder, _connection);
        Assert.True(moved == 0, report);
        var (again, why) = await MoveCalls.RunAsync(_folder, _connection);
        Assert.True(again == 2 && why.Contains("was moved to PostgreSQL", StringComparison.Ordinal), why);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=connector;Username=connector;Password=hidden", "cannot be reached")]
    [InlineData("", "Connector:Database:ConnectionString must be set")]
    public async Task A_server_that_does_not_answer_is_said(string connection, string why)
    {
        await FillAsync();
        _connection = connection;

        await RefusedAsync(connection.Length == 0 ? 2 : 1, why, isEmpty: null);
    }

    [Theory]
    [InlineData]
    [InlineData("--to")]
    [InlineData("--to", "mysql")]
    public async Task Only_postgres_can_be_moved_to(params string[] words)
    {
        var (code, said) = await SidecarProcess.RunAsync(_folder, ["move", .. words]);

        Assert.Equal(2, code);
        Assert.Contains("connector move --to postgres", said, StringComparison.Ordinal);
    }

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(PostgresServer.IsInstalled, PostgresServer.Unavailable);
        _connection = TestDatabase.Empty();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private string[] Postgres => ["Connector:Database:Provider=postgres", $"Connector:Database:ConnectionString={_connection}"];

    private async Task FillAsync()
    {
        await using var sidecar = await SidecarProcess.StartAsync(_folder);
        using var answer = await sidecar.Client.PostAsJsonAsync("/v1/pins", SidecarApp.Pin(("publish_at", SidecarApp.MuchLater)));
        answer.EnsureSuccessStatusCode();
        sidecar.Signal("TERM");
        await sidecar.ExitedAsync();
    }

    private async Task RefusedAsync(int expected, string why, bool? isEmpty = true)
    {
        var (code, said) = await MoveCalls.RunAsync(_folder, _connection);

        Assert.Contains(why, said, StringComparison.Ordinal);
        Assert.Equal(expected, code);
        Assert.DoesNotContain("hidden", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.False(File.Exists(MovedMark.PathIn(_folder)));
        if (isEmpty is not null) Assert.Equal(isEmpty, await CountTablesAsync() == 0);
    }

    private async Task ChangeAsync(string statement)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, DataDirectory.DatabaseName)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<object?> ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(_connection + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync();
    }

    private async Task<long> CountTablesAsync() =>
        (long)(await ExecuteAsync("select count(*) from pg_tables where schemaname = 'public'"))!;
}
