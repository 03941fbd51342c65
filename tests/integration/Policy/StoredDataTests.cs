using Connector.Policy;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Policy;

/// <summary>What is said to be stored is what is stored.</summary>
public sealed class StoredDataTests
{
    // Those of the other engine, which have no table here.
    private static readonly string[] OfPostgres = ["key_ring", "write_marks", "feed_places", "events.place", "events.xid"];

    private static string Catalogue => TestDatabase.IsPostgres
        ? """
          select c.table_name || '.' || c.column_name from information_schema.columns c
          join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
          where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
          """
        : """
          select t.name || '.' || c.name from sqlite_master t join pragma_table_info(t.name) c
          where t.type = 'table' and t.name not like 'sqlite_%'
          """;

    [Fact]
    public async Task Every_column_of_the_database_has_its_line_and_every_line_its_column()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var there = app.Services.GetRequiredService<Database>().Read(sql => sql.Query<string>(Catalogue));
        var lines = app.Services.GetRequiredService<StoredData>().Columns().Where(line => line.Table != "files").ToList();

        var said = lines
            .Where(line => TestDatabase.IsPostgres || !OfPostgres.Contains(line.Table))
            .Select(line => $"{line.Table}.{line.Column}")
            .Where(name => TestDatabase.IsPostgres || !OfPostgres.Contains(name));

        Assert.Equal(there.Order(StringComparer.Ordinal), said.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task How_long_something_is_kept_is_what_the_settings_say()
    {
        await using var app = await SidecarApp.StartAsync(
            new ManualClock(), null, "Connector:Retention:Pins=10.00:00:00", "Connector:Retention:Events=1.00:00:00",
            "Connector:Assets:Retention=03:00:00");

        var columns = app.Services.GetRequiredService<StoredData>().Columns();

        Assert.Equal("10 days after the pin has ended", Until("pins"));
        Assert.Equal("1 day", Until("events"));
        Assert.StartsWith("3 hours after it came", Until("assets"), StringComparison.Ordinal);
        Assert.DoesNotContain(columns, column => column.Until.Contains('{', StringComparison.Ordinal));

        string Until(string table) => columns.First(column => column.Table == table).Until;
    }

    [Fact]
    public async Task The_command_lists_it_for_people_and_for_programs()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var stored = app.Services.GetRequiredService<StoredData>();
        using var text = new StringWriter();
        using var json = new StringWriter();

        await AuditDataCommand.RunAsync(stored, asJson: false, text);
        await AuditDataCommand.RunAsync(stored, asJson: true, json);

        Assert.Contains("pins: 90 days after the pin has ended\n", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"table\":\"accounts\",\"column\":\"username\",\"from\":\"pinterest\"", json.ToString(), StringComparison.Ordinal);
    }
}
