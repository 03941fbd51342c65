using Connector.Tests.Support;

namespace Connector.Tests.Console;

public sealed class FaultPageTests : IAsyncLifetime
{
    private const string Page = "/hooks/faults";

    private SidecarApp _app = null!;
    private Visitor _person = null!;
    private string _account = "";

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync();
        _account = await _app.FirstAccountAsync();
        _person = await Visitor.OwnerAsync(_app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_fault_is_ordered_and_taken_back()
    {
        var ordered = await _person.SubmitAsync(
            Page, "order", ("account_id", _account), ("fault", "server_error"), ("times", "3"), ("seconds", ""), ("operation", ""));
        Assert.Contains("server_error is ordered.", ordered.Text, StringComparison.Ordinal);
        Assert.Contains("3 × left", ordered.Text, StringComparison.Ordinal);
        Assert.Single((await _app.GetAsync("/v1/simulator/faults"))["items"]!.AsArray());

        var cleared = await _person.SubmitAsync(Page, "clear");
        Assert.Contains("No fault is ordered.", cleared.Text, StringComparison.Ordinal);
        Assert.Empty((await _app.GetAsync("/v1/simulator/faults"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_wrong_order_names_its_field()
    {
        var refused = await _person.SubmitAsync(Page, "order", ("account_id", _account), ("fault", "server_error"), ("probability", "7"));

        Assert.Equal(400, refused.Status);
        Assert.Contains("probability", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_simulator_account_starts_over()
    {
        await _app.SettledAsync(await _app.PublishAsync());
        Assert.NotEmpty((await _app.GetAsync("/v1/simulator/pins"))["items"]!.AsArray());

        var reset = await _person.SubmitAsync(Page, "reset", ("account_id", _account));

        Assert.Contains("starts over", reset.Text, StringComparison.Ordinal);
        Assert.Empty((await _app.GetAsync("/v1/simulator/pins"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Without_a_simulator_account_there_is_nothing_to_order()
    {
        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Delete, $"/v1/accounts/{_account}", null);

        var page = await _person.GetAsync(Page);

        Assert.Contains("There is no simulator account.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Order a fault", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_no_admin_looks_and_orders_nothing()
    {
        var reader = await Visitor.WithScopeAsync(_app, "publish");

        Assert.DoesNotContain("_handler", (await reader.GetAsync(Page)).Html, StringComparison.Ordinal);
    }
}
