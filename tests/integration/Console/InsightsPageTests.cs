using System.Net;
using Connector.Pinterest;
using Connector.Tests.Support;

namespace Connector.Tests.Console;

public sealed class InsightsPageTests
{
    private const string Markup = "<img src=x onerror=alert(1)>";

    private const string Account = "GET /v5/user_account/analytics", Top = "GET /v5/user_account/analytics/top_pins";

    [Fact]
    public async Task An_accounts_numbers_are_charts_with_a_table_and_its_best_pins()
    {
        var clock = new ManualClock();
        await using var app = await SidecarApp.StartAsync(clock);
        var pin = await app.PublishAsync(SidecarApp.Pin(("title", Markup)));
        await app.SettledAsync(pin);
        clock.Advance(TimeSpan.FromDays(4));
        var person = await Visitor.OwnerAsync(app);

        var page = await person.GetAsync("/insights?days=7&metric=saves");

        Assert.Equal(200, page.Status);
        Assert.Contains("role=\"img\" aria-label=\"saves by day from", page.Html, StringComparison.Ordinal);
        Assert.Contains("<rect class=\"done\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("may still change", page.Text, StringComparison.Ordinal);
        Assert.Equal(7, page.Html.Split("<th scope=\"row\">").Length - 1);
        Assert.Contains($"href=\"/pins/{pin}\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Markup, page.Html, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(Markup), page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("30", 30)]
    [InlineData("90", 89)]
    [InlineData("12345", 30)]
    public async Task The_reader_chooses_how_many_days(string days, int rows)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var person = await Visitor.OwnerAsync(app);

        var page = await person.GetAsync($"/insights?days={days}&metric=unknown");

        Assert.Equal(rows, page.Html.Split("<th scope=\"row\">").Length - 1);
        Assert.InRange(page.Html.Length, 1, 60_000);
    }

    [Fact]
    public async Task What_pinterest_refuses_is_said_with_what_to_do_and_is_only_text()
    {
        await using var world = await RealAccount.ConnectAsync();
        world.Pinterest.On(Account, _ => (403, new { code = 29, message = Markup }));
        world.Pinterest.On(Top, _ => (403, new { code = 29, message = Markup }));

        var page = await world.Person.GetAsync("/insights");

        Assert.Equal(403, page.Status);
        Assert.Contains("Try again", page.Text, StringComparison.Ordinal);
        Assert.Contains(Markup, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Markup, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_never_waits_longer_than_ten_seconds_for_pinterest()
    {
        var clock = new ManualClock();
        await using var world = await RealAccount.ConnectAsync(clock);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var release = new ManualResetEventSlim();
        world.Pinterest.On(Account, _ => Hang());
        world.Pinterest.On(Top, _ => Hang());

        var opening = world.Person.GetAsync("/insights");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(60));
        clock.Advance(Connector.Metrics.Insights.LongestWait);
        var page = await opening.WaitAsync(TimeSpan.FromSeconds(60));
        release.Set();

        Assert.Equal(503, page.Status);
        Assert.Contains("Pinterest takes too long.", page.Text, StringComparison.Ordinal);

        (int, object) Hang()
        {
            asked.TrySetResult();
            release.Wait(TimeSpan.FromSeconds(60));
            return (200, new { });
        }
    }

    [Fact]
    public async Task The_sandbox_has_no_numbers_and_the_page_says_so()
    {
        await using var world = await RealAccount.ConnectAsync(environment: PinterestEnvironment.Sandbox);

        var opened = await world.Person.GetAsync("/insights");
        var chosen = await world.Person.GetAsync($"/insights?account={await world.AccountAsync()}");

        Assert.Equal(200, opened.Status);
        Assert.Contains("maker cannot show insights. Pinterest's sandbox has no metrics.", opened.Text, StringComparison.Ordinal);
        Assert.Equal(403, chosen.Status);
        Assert.Contains("sandbox has no analytics", chosen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_opens_with_an_account_that_has_numbers_and_says_when_they_come()
    {
        await using var world = await RealAccount.ConnectAsync(environment: PinterestEnvironment.Sandbox);
        await world.SimulatedAsync("rehearsal");

        var page = await world.Person.GetAsync("/insights");

        Assert.Equal(200, page.Status);
        Assert.Contains("Numbers come about two days after an account's first pin.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot show insights", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_the_key_does_not_see_does_not_exist()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var other = await app.SimulatorAccountAsync("Other");
        var person = await Visitor.WithScopeAsync(app, "read", await app.FirstAccountAsync());

        Assert.Equal(404, (await person.GetAsync($"/insights?account={other}")).Status);
        Assert.DoesNotContain("Other", (await person.GetAsync("/insights")).Text, StringComparison.Ordinal);
    }

    private sealed class RealAccount(FakePinterest pinterest, SidecarApp app, Visitor person) : IAsyncDisposable
    {
        public FakePinterest Pinterest => pinterest;

        public Visitor Person => person;

        public Task<string> AccountAsync() => app.FirstAccountAsync();

        public Task<string> SimulatedAsync(string name) => app.SimulatorAccountAsync(name);

        public static async Task<RealAccount> ConnectAsync(
            ManualClock? clock = null, PinterestEnvironment environment = PinterestEnvironment.Production)
        {
            var pinterest = await FakePinterest.StartAsync();
            pinterest.KnowsUser("pina_1", "7", "maker");
            var app = await SidecarApp.StartAsync(clock, null, pinterest.Settings);
            var name = environment == PinterestEnvironment.Sandbox ? "sandbox" : "production";
            await app.PostAsync("/v1/accounts", new { environment = name, access_token = "pina_1" });
            await SidecarApp.SendAsync(
                app.Admin, HttpMethod.Delete, $"/v1/accounts/{await app.FirstAccountAsync()}", null);
            return new RealAccount(pinterest, app, await Visitor.OwnerAsync(app));
        }

        public async ValueTask DisposeAsync()
        {
            await app.DisposeAsync();
            await pinterest.DisposeAsync();
        }
    }
}
