using System.Net;
using System.Text.RegularExpressions;
using Connector.Tests.Support;

namespace Connector.Tests.Console;

public sealed partial class KeyPageTests : IAsyncLifetime
{
    private const string Page = "/hooks/keys";

    private SidecarApp _app = null!;
    private Visitor _person = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync();
        _person = await Visitor.OwnerAsync(_app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_key_is_shown_once_works_and_is_limited_as_chosen()
    {
        var account = await _app.FirstAccountAsync();

        var made = await _person.SubmitAsync(Page, "make", ("name", "shop"), ("scopes", "publish"), ("account_ids", account));

        Assert.Equal(200, made.Status);
        var text = Key().Match(made.Html).Value;
        Assert.DoesNotMatch(Key(), (await _person.GetAsync(Page)).Html);
        var who = await SidecarApp.SendAsync(_app.As(text), HttpMethod.Get, "/v1/whoami", null);
        Assert.Equal(
            ("shop", "publish", account),
            ((string?)who["name"], (string?)who["scopes"]!.AsArray().Single(), (string?)who["account_ids"]!.AsArray().Single()));
    }

    [Fact]
    public async Task A_key_without_a_scope_is_refused_and_what_was_typed_stays()
    {
        var refused = await _person.SubmitAsync(Page, "make", ("name", "shop"));

        Assert.Equal(400, refused.Status);
        Assert.Contains("What it may do: Tick at least one.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"scopes-error\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"shop\"", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotMatch(Key(), refused.Html);
    }

    [Fact]
    public async Task A_revoked_key_stops_at_once_and_signs_out_who_came_with_it()
    {
        var made = await _app.PostAsync("/v1/keys", new { name = "second", scopes = new[] { "admin" } });
        var second = await Visitor.WithKeyAsync(_app, (string)made["secret"]!);
        var id = (string)made["key"]!["id"]!;

        var revoked = await second.SubmitAsync(Page, $"revoke-{id}", ("id", id));

        Assert.Contains("The key is revoked, and you are signed out.", revoked.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"key\"", revoked.Html, StringComparison.Ordinal);
        Assert.True((await second.GetAsync("/")).AsksToSignIn);
        using var refused = await _app.As((string)made["secret"]!).GetAsync("/v1/whoami");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Contains("revoked", (await _person.GetAsync(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_key_that_may_do_everything_stays()
    {
        var id = (string)(await _app.GetAsync("/v1/whoami"))["id"]!;

        var refused = await _person.SubmitAsync(Page, $"revoke-{id}", ("id", id));

        Assert.Equal(409, refused.Status);
        Assert.Contains("last key", refused.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await _person.GetAsync(Page)).Status);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("publish")]
    public async Task Only_admin_sees_keys(string scope)
    {
        var other = await Visitor.WithScopeAsync(_app, scope);

        var page = await other.GetAsync(Page);

        Assert.Equal(403, page.Status);
        Assert.DoesNotContain("bootstrap", page.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("pck_[A-Za-z0-9_-]{20,}")]
    private static partial Regex Key();
}
