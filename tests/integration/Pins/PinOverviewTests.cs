using Connector.Accounts;
using Connector.Http;
using Connector.Pins;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Pins;

/// <summary>What goes next, as a person is shown it.</summary>
public sealed class PinOverviewTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_goes_next_is_what_the_forecast_says_also_where_an_older_pin_has_to_wait()
    {
        var account = await _app.FirstAccountAsync();
        await _app.SetAsync(account, new { min_gap_seconds = 3600, days_between_same_link = 3 });
        await _app.SettledAsync(await LinkedAsync("https://example.com/same"));
        var blocked = await LinkedAsync("https://example.com/same");
        var free = await LinkedAsync("https://example.com/other");

        var next = _app.Services.GetRequiredService<PinOverview>().Next(
            Caller.Owner(_app.Services.GetRequiredService<AccountStore>().Find(account)!.WorkspaceId), account, 1);

        Assert.Equal([free], next.Select(pin => pin.Id));
        Assert.Equal("queued", (string?)(await _app.GetAsync($"/v1/pins/{blocked}"))["status"]);
    }

    private Task<string> LinkedAsync(string link) => _app.PublishAsync(SidecarApp.Pin(("link_url", link)));
}
