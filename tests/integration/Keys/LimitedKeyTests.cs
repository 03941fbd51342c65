using System.Text.Json.Nodes;
using Connector.Http;
using Connector.Keys;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Keys;

/// <summary>A key that is limited to accounts manages keys within its own limits, and nobody locks the owner out.</summary>
public sealed class LimitedKeyTests : IAsyncLifetime
{
    private SidecarApp _app = null!;
    private string _mine = null!, _other = null!;

    [Fact]
    public async Task A_limited_admin_lists_and_revokes_only_keys_within_its_own_limits()
    {
        using var limited = await _app.LimitedToAsync("admin", _mine);
        var within = await MakeAsync(limited, "within");
        var narrower = await MakeAsync(_app.Admin, "same limits", _mine);
        var unlimited = await MakeAsync(_app.Admin, "unlimited");
        var others = await MakeAsync(_app.Admin, "other account", _other);
        var wider = await MakeAsync(_app.Admin, "both accounts", _mine, _other);

        var listed = JsonNode.Parse((await limited.AskAsync(HttpMethod.Get, "/v1/keys")).Text)!["items"]!.AsArray();

        Assert.Equal(["same limits", "within", "limited"], listed.Select(key => (string)key!["name"]!));
        foreach (var hidden in new[] { unlimited, others, wider })
            Assert.Equal(404, (await limited.AskAsync(HttpMethod.Delete, $"/v1/keys/{hidden}")).Status);
        foreach (var seen in new[] { within, narrower })
            Assert.Equal(204, (await limited.AskAsync(HttpMethod.Delete, $"/v1/keys/{seen}")).Status);
        var states = (await _app.GetAsync("/v1/keys"))["items"]!.AsArray()
            .ToDictionary(key => (string)key!["id"]!, key => key!["revoked_at"]);
        Assert.All([unlimited, others, wider], key => Assert.Null(states[key]));
    }

    [Fact]
    public async Task A_key_whose_account_was_deleted_is_told_so_and_not_that_there_is_none_yet()
    {
        using var limited = await _app.LimitedToAsync("read", _other);
        Assert.Equal(204, (await _app.Admin.AskAsync(HttpMethod.Delete, $"/v1/accounts/{_other}")).Status);

        foreach (var path in new[] { "/v1/boards", "/v1/simulator/pins" })
        {
            var (status, text) = await limited.AskAsync(HttpMethod.Get, path);
            Assert.Equal((409, "account_required"), (status, (string?)JsonNode.Parse(text)!["code"]));
            Assert.Contains("none of them is connected any more", text, StringComparison.Ordinal);
            Assert.DoesNotContain("yet", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_of_a_limited_list_are_full_and_miss_nothing()
    {
        using var limited = await _app.LimitedToAsync("admin", _mine);
        for (var i = 0; i < 3; i++)
        {
            await MakeAsync(limited, $"mine {i}");
            await MakeAsync(_app.Admin, $"hidden {i}");
        }

        var names = new List<string>();
        for (var path = "/v1/keys?limit=2"; path is not null;)
        {
            var page = JsonNode.Parse((await limited.AskAsync(HttpMethod.Get, path)).Text)!;
            names.AddRange(page["items"]!.AsArray().Select(key => (string)key!["name"]!));
            path = (string?)page["next_cursor"] is { } next ? $"/v1/keys?limit=2&cursor={next}" : null;
        }

        Assert.Equal(["mine 2", "mine 1", "mine 0", "limited"], names);
    }

    [Fact]
    public async Task The_last_unlimited_admin_key_cannot_be_revoked_until_there_is_another()
    {
        var own = (string)(await _app.GetAsync("/v1/whoami"))["id"]!;
        await MakeAsync(_app.Admin, "limited admin", _mine);
        await MakeAsync(_app.Admin, "not an admin");

        var (status, text) = await _app.Admin.AskAsync(HttpMethod.Delete, $"/v1/keys/{own}");
        Assert.Equal((409, "state_conflict"), (status, (string?)JsonNode.Parse(text)!["code"]));
        Assert.Contains("Make another one first", text, StringComparison.Ordinal);

        await _app.PostAsync("/v1/keys", new { name = "next owner", scopes = new[] { "admin" } });
        Assert.Equal(204, (await _app.Admin.AskAsync(HttpMethod.Delete, $"/v1/keys/{own}")).Status);
    }

    [Fact]
    public async Task Two_owners_who_revoke_each_other_at_the_same_time_leave_one()
    {
        var me = await _app.GetAsync("/v1/whoami");
        var (own, workspace) = ((string)me["id"]!, (string)me["workspace_id"]!);
        var next = (string)(await _app.PostAsync("/v1/keys", new { name = "next", scopes = new[] { "admin" } }))["key"]!["id"]!;
        var keys = _app.Services.GetRequiredService<KeyStore>();

        var ends = await Task.WhenAll(new[] { own, next }
            .Select(id => Record.ExceptionAsync(() => keys.RevokeAsync(workspace, id)).AsTask()));

        Assert.Single(ends, end => end is null);
        Assert.Equal("state_conflict", Assert.IsType<ProblemException>(Assert.Single(ends, end => end is not null)).Problem.Code);
    }

    [Theory]
    [InlineData("acc_01zz000002ffhsm5pb0bygdjja")]
    [InlineData("acc_\0")]
    [InlineData("acc_1 acc_2")]
    [InlineData("")]
    [InlineData("{other}")]
    [InlineData("{deleted}")]
    public async Task A_key_is_not_made_for_an_account_that_its_maker_does_not_see(string id)
    {
        using var limited = await _app.LimitedToAsync("admin", _mine);
        var deleted = await _app.SimulatorAccountAsync("deleted");
        await _app.Admin.AskAsync(HttpMethod.Delete, $"/v1/accounts/{deleted}");
        var named = id.Replace("{other}", _other, StringComparison.Ordinal).Replace("{deleted}", deleted, StringComparison.Ordinal);

        await RefusedAsync(limited, named, $"\"{named}\"");
        if (id != "{other}") await RefusedAsync(_app.Admin, named, $"\"{named}\"");
    }

    [Fact]
    public async Task A_huge_account_id_is_refused_and_not_repeated_whole()
    {
        var text = await RefusedAsync(_app.Admin, "acc_" + new string('x', 100_000), "\"acc_xxx");

        Assert.True(text.Length < 2000, $"The answer has {text.Length} characters.");
    }

    [Fact]
    public async Task A_key_lives_on_when_its_account_is_deleted()
    {
        var account = await _app.SimulatorAccountAsync("short-lived");
        using var limited = await _app.LimitedToAsync("read", account);
        await _app.Admin.AskAsync(HttpMethod.Delete, $"/v1/accounts/{account}");

        Assert.Equal(200, (await limited.AskAsync(HttpMethod.Get, "/v1/whoami")).Status);
        Assert.Equal(200, (await _app.Admin.AskAsync(HttpMethod.Get, "/v1/keys")).Status);
    }

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(new ManualClock());
        (_mine, _other) = (await _app.SimulatorAccountAsync("Mine"), await _app.FirstAccountAsync());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<string> RefusedAsync(HttpClient caller, string accountId, string named)
    {
        var (status, text) = await caller.AskAsync(
            HttpMethod.Post, "/v1/keys", new { name = "new", scopes = new[] { "read" }, account_ids = new[] { accountId } });
        Assert.True(status == 400, text);
        Assert.Contains(named, (string)JsonNode.Parse(text)!["errors"]!["account_ids"]![0]!, StringComparison.Ordinal);
        return text;
    }

    private static async Task<string> MakeAsync(HttpClient caller, string name, params string[] accountIds)
    {
        var made = await SidecarApp.SendAsync(caller, HttpMethod.Post, "/v1/keys", new
        {
            name,
            scopes = new[] { name == "limited admin" ? "admin" : "read" },
            account_ids = accountIds is [] ? null : accountIds,
        });
        return (string)made["key"]!["id"]!;
    }
}
