using Connector.Tests.Support;

namespace Connector.Tests.Pins;

public sealed class CreatePinTests
{
    [Fact]
    public async Task A_pin_is_accepted_published_and_reported()
    {
        await using var app = await SidecarApp.StartAsync();

        var id = await app.PublishAsync();
        var pin = await app.SettledAsync(id);

        Assert.Equal("published", (string?)pin["status"]);
        Assert.Matches(@"^\d+$", (string?)pin["pinterest_pin_id"]);
        Assert.Equal($"https://www.pinterest.com/pin/{pin["pinterest_pin_id"]}/", (string?)pin["pinterest_url"]);
        Assert.Null(pin["waiting_for"]);
    }
}
