using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>A stream of events that somebody keeps open after its session: it ends too, and tells nothing more.</summary>
public sealed class StreamAttackTests : IAsyncLifetime
{
    // What is waited for comes within moments; a machine under load is slow.
    private static readonly TimeSpan Safely = TimeSpan.FromSeconds(60);

    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(
        _clock, null, "Connector:Console:IdleMinutes=60", "Connector:Console:SessionHours=3");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task It_ends_with_the_sign_out_and_that_of_another_session_goes_on()
    {
        var (owner, other) = (await Visitor.OwnerAsync(_app), await Visitor.OwnerAsync(_app));
        using var ended = await OpenAsync(owner);
        using var open = await OpenAsync(other);

        await owner.SignOutAsync();

        await EndsWithoutAsync(ended, "account.held");
        Assert.Equal("event: account.held", await LineAsync(open, "event: "));
    }

    [Fact]
    public async Task It_ends_when_its_session_was_idle_too_long()
    {
        var owner = await Visitor.OwnerAsync(_app);
        using var stream = await OpenAsync(owner);

        _clock.Advance(TimeSpan.FromMinutes(60));

        await EndsWithoutAsync(stream, "account.held");
    }

    [Fact]
    public async Task It_ends_with_its_session_however_busy_that_is()
    {
        var owner = await Visitor.OwnerAsync(_app);
        for (var minute = 0; minute < 150; minute += 30)
        {
            _clock.Advance(TimeSpan.FromMinutes(30));
            await owner.GetAsync("/");
        }

        using var stream = await OpenAsync(owner);
        _clock.Advance(TimeSpan.FromMinutes(30));

        await EndsWithoutAsync(stream, "account.held");
    }

    [Fact]
    public async Task It_ends_when_somebody_signs_in_over_its_session()
    {
        var owner = await Visitor.OwnerAsync(_app);
        var thief = owner.Copy();
        using var stream = await OpenAsync(owner);

        await owner.GetAsync("/");
        await owner.PostAsync("/sign-in", [("_handler", "key"), ("key", SidecarApp.BootstrapKey)]);

        Assert.True((await thief.GetAsync("/")).AsksToSignIn);
        Assert.Equal(200, (await owner.GetAsync("/")).Status);
        await EndsWithoutAsync(stream, "account.held");
    }

    private async Task<StreamReader> OpenAsync(Visitor visitor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/events/stream");
        request.Headers.Add("Cookie", $"{Visitor.SessionCookie}={visitor.Cookies[Visitor.SessionCookie]}");
        var answer = await _app.As(null).SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var stream = new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
        Assert.Equal("event: alive", await stream.ReadLineAsync().WaitAsync(Safely));
        return stream;
    }

    private async Task EndsWithoutAsync(StreamReader stream, string type)
    {
        await _app.PostAsync($"/v1/accounts/{await _app.FirstAccountAsync()}/hold");

        Assert.DoesNotContain(type, await stream.ReadToEndAsync().WaitAsync(Safely), StringComparison.Ordinal);
    }

    private static async Task<string?> LineAsync(StreamReader stream, string prefix)
    {
        while (await stream.ReadLineAsync().WaitAsync(Safely) is { } line)
            if (line.StartsWith(prefix, StringComparison.Ordinal)) return line;
        return null;
    }
}
