using Connector.Storage;
using Connector.Tests.Support;

namespace Connector.Tests.Cli;

/// <summary>On either engine: the settings say which.</summary>
public sealed class MigrateCommandTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connector-migrate-").FullName;

    [Fact]
    public async Task A_database_of_this_program_needs_nothing_and_that_is_said()
    {
        await MakeAsync();

        var (code, said) = await SidecarProcess.RunAsync(_folder, "migrate");

        Assert.True(code == 0, said);
        Assert.Contains(
            $"schema version {Migrations.Latest}, which is that of this program. Nothing was to be done.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_database_is_refused_with_both_versions_and_what_to_do()
    {
        await MakeAsync(sql => sql.Execute("insert into schema_versions (version) values (9999)"));

        var (code, said) = await SidecarProcess.RunAsync(_folder, "migrate");

        Assert.Equal(2, code);
        Assert.Contains(
            $"schema version 9999; this program knows up to {Migrations.Latest}. Start the newer version again", said,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_database_is_brought_to_this_schema_and_both_versions_are_said()
    {
        if (TestDatabase.IsPostgres) await TestDatabase.EmptyAsync(_folder);
        else await File.WriteAllBytesAsync(Path.Combine(_folder, DataDirectory.DatabaseName), []);

        var (code, said) = await SidecarProcess.RunAsync(_folder, "migrate");

        Assert.True(code == 0, said);
        Assert.Contains($"went from schema version 0 to {Migrations.Latest}", said, StringComparison.Ordinal);
        await using var sidecar = await SidecarProcess.StartAsync(_folder);
    }

    [Fact]
    [Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
    public async Task Where_no_sidecar_has_its_data_no_database_is_made()
    {
        var (code, said) = await SidecarProcess.RunAsync(_folder, "migrate");

        Assert.Equal(1, code);
        Assert.Contains("There is no database in", said, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, DataDirectory.DatabaseName)));
    }

    [Fact]
    [Trait(TestDatabase.Engine, TestDatabase.Sqlite)]
    public async Task Beside_a_sidecar_that_runs_nothing_is_done()
    {
        await using var running = await SidecarProcess.StartAsync(_folder);

        var (code, said) = await SidecarProcess.RunAsync(_folder, "migrate");

        Assert.True(code == 1 && said.Contains("is in use by process", StringComparison.Ordinal), said);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        if (TestDatabase.IsPostgres) await TestDatabase.DropAsync(_folder);
    }

    private async Task MakeAsync(Action<Sql>? change = null)
    {
        if (TestDatabase.IsPostgres)
        {
            // It is made with the schema, and would be dropped with a temporary one.
            await using var made = TestDatabase.OpenBeside(_folder);
            if (change is not null) await made.WriteAsync(change);
            return;
        }

        await using var database = await TemporaryDatabase.CreateAsync(_folder);
        if (change is not null) await database.Sql.WriteAsync(change);
        // Not the one of a sidecar.
        await database.Sql.WriteAsync(sql => sql.Execute("drop table notes"));
    }
}
