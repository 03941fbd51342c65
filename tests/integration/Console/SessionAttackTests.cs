using Connector.Tests.Support;

namespace Connector.Tests.Console;

/// <summary>Attacks on sessions: none opens a page.</summary>
public sealed class SessionAttackTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(
        _clock, null, "Connector:Console:IdleMinutes=60", "Connector:Console:SessionHours=3");

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_cookie_that_was_copied_before_the_sign_out_opens_nothing()
    {
        var owner = await Visitor.OwnerAsync(_app);
        await owner.GetAsync("/");
        var thief = owner.Copy();

        Assert.Equal(303, (await owner.SignOutAsync()).Status);

        Assert.DoesNotContain(Visitor.SessionCookie, owner.Cookies.Keys);
        Assert.True((await thief.GetAsync("/")).AsksToSignIn);
    }

    [Fact]
    public async Task A_session_ends_when_nobody_asks_for_anything()
    {
        var owner = await Visitor.OwnerAsync(_app);

        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(200, (await owner.GetAsync("/")).Status);
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(200, (await owner.GetAsync("/")).Status);
        _clock.Advance(TimeSpan.FromMinutes(60));

        Assert.True((await owner.GetAsync("/")).AsksToSignIn);
    }

    [Fact]
    public async Task Live_parts_of_a_forgotten_page_do_not_keep_its_session_open()
    {
        var owner = await Visitor.OwnerAsync(_app);

        for (var minute = 0; minute < 60; minute += 10)
        {
            Assert.Equal(200, (await owner.GetAsync("/", ("X-Live", "1"))).Status);
            _clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(401, (await owner.GetAsync("/", ("X-Live", "1"))).Status);
    }

    [Fact]
    public async Task A_session_ends_however_busy_it_is()
    {
        var owner = await Visitor.OwnerAsync(_app);

        for (var minute = 0; minute < 180; minute += 30)
        {
            Assert.Equal(200, (await owner.GetAsync("/")).Status);
            _clock.Advance(TimeSpan.FromMinutes(30));
        }

        Assert.True((await owner.GetAsync("/")).AsksToSignIn);
    }

    [Fact]
    public async Task A_cookie_that_was_kept_after_it_was_renewed_ends_at_its_own_time()
    {
        var owner = await Visitor.OwnerAsync(_app);
        var thief = owner.Copy();
        _clock.Advance(TimeSpan.FromMinutes(59));
        await owner.GetAsync("/");

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True((await thief.GetAsync("/")).AsksToSignIn);
        Assert.Equal(200, (await owner.GetAsync("/")).Status);
    }

    [Theory]
    [InlineData("tampered")]
    [InlineData("cut")]
    [InlineData("plain")]
    [InlineData("notice")]
    public async Task A_cookie_that_we_did_not_seal_as_a_session_opens_nothing(string how)
    {
        var owner = await Visitor.OwnerAsync(_app);
        var cookie = owner.Cookies[Visitor.SessionCookie];
        owner.Cookies[Visitor.SessionCookie] = how switch
        {
            "tampered" => cookie[..20] + (cookie[20] == 'A' ? 'B' : 'A') + cookie[21..],
            "cut" => cookie[..^5],
            "plain" => """{"id":"1","workspace_id":"default","key_id":"key_1"}""",
            _ => owner.Cookies["connector_forgery"],
        };

        Assert.True((await owner.GetAsync("/")).AsksToSignIn);
    }

    [Fact]
    public async Task A_revoked_key_ends_its_sessions_at_once_and_no_others()
    {
        var made = await _app.PostAsync("/v1/keys", new { name = "browser", scopes = new[] { "read" } });
        var reader = Visitor.To(_app);
        await reader.SignInAsync((string)made["secret"]!);
        var owner = await Visitor.OwnerAsync(_app);
        Assert.Equal(200, (await reader.GetAsync("/")).Status);

        await _app.Admin.DeleteAsync(new Uri($"/v1/keys/{made["key"]!["id"]}", UriKind.Relative));

        Assert.True((await reader.GetAsync("/")).AsksToSignIn);
        Assert.Equal(200, (await owner.GetAsync("/")).Status);
    }

    [Theory]
    [InlineData("/v1/whoami")]
    [InlineData("/v1/pins")]
    [InlineData("/v1/keys")]
    [InlineData("/v1/events")]
    public async Task A_session_opens_no_operation_of_the_API_but_the_stream_of_events(string operation)
    {
        var owner = await Visitor.OwnerAsync(_app);

        Assert.Equal(401, (await owner.GetAsync(operation)).Status);
    }

    [Fact]
    public async Task The_session_cookie_is_for_this_site_alone_and_no_script_reads_it()
    {
        var plain = await Visitor.To(_app).SignInAsync(SidecarApp.BootstrapKey);

        var cookie = Assert.Single(plain.SetCookies, cookie => cookie.StartsWith(Visitor.SessionCookie, StringComparison.Ordinal));
        Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(SidecarApp.BootstrapKey, cookie, StringComparison.Ordinal);
    }
}
