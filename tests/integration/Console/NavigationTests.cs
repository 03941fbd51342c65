using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>Where the navigation says that its reader is.</summary>
public sealed class NavigationTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/queue?status=failed", "/queue")]
    [InlineData("/calendar", "/queue")]
    [InlineData("/pins/{pin}", "/queue")]
    [InlineData("/pins/{pin}/edit", "/queue")]
    [InlineData("/pins/new", "/pins/new")]
    [InlineData("/approve", "/approve")]
    [InlineData("/sources", "/sources")]
    [InlineData("/insights", "/insights")]
    [InlineData("/accounts/connect", "/accounts")]
    [InlineData("/app", "/accounts")]
    [InlineData("/hooks/keys", "/hooks")]
    [InlineData("/there-is-no-such-page", null)]
    [InlineData("/pictures/ast_nothing", null)]
    public async Task The_page_or_the_one_above_it_is_marked_and_no_other(string address, string? marked)
    {
        var pin = await _app.PublishAsync(SidecarApp.Pin(("publish_at", SidecarApp.MuchLater)));
        var owner = await Visitor.OwnerAsync(_app);

        var page = await owner.GetAsync(address.Replace("{pin}", pin, StringComparison.Ordinal));

        Assert.Equal(marked is null ? 404 : 200, page.Status);
        var navigation = page.Html.Split("</nav>")[0];
        Assert.Equal(marked is null ? 1 : 2, navigation.Split("aria-current=\"page\"").Length);
        if (marked is not null) Assert.Contains($"href=\"{marked}\" aria-current=\"page\"", navigation, StringComparison.Ordinal);
    }
}
