using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>A pin whose outcome nobody knows: a person looks at the board and says what is there.</summary>
public sealed class ResolveInBrowserTests : IAsyncLifetime
{
    private readonly PinWorld _world = new();
    private string _pin = "";

    public async ValueTask InitializeAsync()
    {
        await _world.InitializeAsync();
        _world.App.Order("accept_then_drop");
        _world.App.Order(_world.Account, "data_access_denied", "list_board_pins", times: 1);
        _pin = await _world.App.PublishAsync(SidecarApp.Pin(("link_url", null)));
        Assert.Equal("unconfirmed", (string?)(await _world.App.SettledAsync(_pin))["status"]);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task It_is_published_once_its_id_is_given()
    {
        var page = await _world.Person.GetAsync($"/pins/{_pin}");
        var wrong = await _world.Person.SubmitAsync($"/pins/{_pin}", "published", ("pinterest_pin_id", "no number"));
        var none = await _world.Person.SubmitAsync($"/pins/{_pin}", "published");
        var right = await _world.Person.SubmitAsync($"/pins/{_pin}", "published", ("pinterest_pin_id", "123456"));

        Assert.Contains("Looked at the board", page.Text, StringComparison.Ordinal);
        Assert.Contains("then say below whether the pin is there", page.Text, StringComparison.Ordinal);
        PinWorld.NamesNoCall(page);
        Assert.Equal((400, 400), (wrong.Status, none.Status));
        Assert.Contains("numeric pin id", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("you found it on Pinterest", right.Text, StringComparison.Ordinal);
        Assert.Equal(("published", "123456"), (await _world.FieldAsync(_pin, "status"), await _world.FieldAsync(_pin, "pinterest_pin_id")));
    }

    [Fact]
    public async Task It_is_queued_again_when_it_is_not_there()
    {
        var after = await _world.Person.SubmitAsync($"/pins/{_pin}", "absent");

        Assert.Contains("You did not find the pin on Pinterest", after.Text, StringComparison.Ordinal);
        Assert.NotEqual("unconfirmed", await _world.FieldAsync(_pin, "status"));
    }
}
