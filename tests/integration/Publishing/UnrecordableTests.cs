using System.Text.Json.Nodes;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Publishing;

/// <summary>An answer of Pinterest that cannot be recorded as it is leaves no pin in publishing.</summary>
public sealed class UnrecordableTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_pin_for_which_Pinterest_names_another_of_ours_is_unconfirmed_and_can_be_resolved()
    {
        // As after a restore, when a simulator begins anew: its ids come again.
        await using var pinterest = await FakePinterest.StartAsync();
        pinterest.KnowsUser("pina_1", "1", "lamps");
        pinterest.On("POST /v5/pins", _ => (201, new { id = "55" }));
        await using var app = await SidecarApp.StartAsync(new ManualClock(), null, pinterest.Settings);
        await app.PostAsync("/v1/accounts", new { environment = "production", access_token = "pina_1" });
        var first = await app.PublishAsync(OnBoard("One"));
        Assert.Equal("published", (string?)(await app.SettledAsync(first))["status"]);

        var second = await app.PublishAsync(OnBoard("Two"));
        var ended = await app.SettledAsync(second);

        Assert.Equal(("unconfirmed", "outcome_unknown"), ((string?)ended["status"], (string?)ended["error_code"]));
        Assert.Contains($"the pin 55, but that is {first} already", (string?)ended["error_message"], StringComparison.Ordinal);
        Assert.Single((await app.GetAsync("/v1/events?types=pin.unconfirmed"))["items"]!.AsArray());
        var resolved = await app.PostAsync($"/v1/pins/{second}/resolve", new { @as = "published", pinterest_pin_id = "99" });
        Assert.Equal("published", (string?)resolved["status"]);
    }

    [Fact]
    public async Task A_pin_whose_end_cannot_be_written_is_looked_for_at_once()
    {
        await WriteAsync(TestDatabase.IsPostgres
            ? "alter table pins add constraint refuse check (status <> 'published')"
            : """
              create trigger refuse before update on pins when new.status = 'published'
              begin select raise(abort, 'This end cannot be written.'); end
              """);
        var pin = await _app.PublishAsync();
        await Eventually.TrueAsync(async () => (string?)(await _app.GetAsync($"/v1/pins/{pin}"))["waiting_for"]?["code"] == "reconciling");
        await WriteAsync(TestDatabase.IsPostgres ? "alter table pins drop constraint refuse" : "drop trigger refuse");

        var ended = await _app.SettledAsync(pin);

        Assert.Equal("published", (string?)ended["status"]);
        Assert.Single(await _app.SimulatedPinsAsync());
    }

    private static JsonObject OnBoard(string title) => SidecarApp.Pin(("title", title), ("board", null), ("board_id", "1"));

    private Task WriteAsync(string statement) =>
        _app.Services.GetRequiredService<Database>().WriteAsync(sql => sql.Execute(statement));
}
