using System.Net;
using System.Text.Json.Nodes;
using Connector.Keys;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Keys;

/// <summary>A key sees its workspace, or its accounts in it, and nothing else.</summary>
public sealed class KeyVisibilityTests
{
    [Fact]
    public async Task Another_workspace_sees_none_of_ours()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var account = await app.FirstAccountAsync();
        var pin = await app.PublishAsync(SidecarApp.Pin(("idempotency_key", "same")));
        var key = (string)(await app.GetAsync("/v1/whoami"))["id"]!;
        using var theirs = await OtherWorkspaceAsync(app);

        foreach (var (method, path) in new[]
        {
            (HttpMethod.Get, $"/v1/pins/{pin}"), (HttpMethod.Get, $"/v1/pins/{pin}/attempts"), (HttpMethod.Post, $"/v1/pins/{pin}/cancel"),
            (HttpMethod.Post, $"/v1/pins/{pin}/retry"), (HttpMethod.Delete, $"/v1/pins/{pin}"),
            (HttpMethod.Get, $"/v1/accounts/{account}"), (HttpMethod.Delete, $"/v1/accounts/{account}"),
            (HttpMethod.Post, $"/v1/accounts/{account}/hold"), (HttpMethod.Post, $"/v1/accounts/{account}/resume"),
            (HttpMethod.Get, $"/v1/accounts/{account}/rate-meter"), (HttpMethod.Get, $"/v1/boards?account_id={account}"),
            (HttpMethod.Delete, $"/v1/keys/{key}"),
        })
        {
            using var request = new HttpRequestMessage(method, path);
            using var answer = await theirs.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{method} {path} answered {answer.StatusCode}.");
        }

        foreach (var list in new[] { "/v1/pins", "/v1/accounts" }) Assert.Empty(await ListAsync(theirs, list));
        Assert.Equal("other admin", (string?)Assert.Single(await ListAsync(theirs, "/v1/keys"))!["name"]);
        Assert.Equal("Home decor", (string?)(await app.GetAsync("/v1/boards"))["items"]![0]!["name"]);
    }

    [Fact]
    public async Task A_key_limited_to_accounts_sees_and_uses_only_those()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var (mine, other) = (await app.SimulatorAccountAsync("Mine"), await app.FirstAccountAsync());
        var myPin = await app.PublishAsync(SidecarApp.Pin(("account_id", mine)));
        var otherPin = await app.PublishAsync(SidecarApp.Pin(("account_id", other)));
        var made = await app.PostAsync("/v1/keys", new { name = "limited", scopes = new[] { "admin" }, account_ids = new[] { mine } });
        using var limited = app.As((string)made["secret"]!);

        Assert.Equal(mine, (string?)Assert.Single(await ListAsync(limited, "/v1/accounts"))!["id"]);
        Assert.Equal(myPin, (string?)Assert.Single(await ListAsync(limited, "/v1/pins"))!["id"]);
        Assert.Equal(mine, (string?)(await SidecarApp.SendAsync(limited, HttpMethod.Post, "/v1/pins", SidecarApp.Pin()))["account_id"]);
        foreach (var path in new[] { $"/v1/accounts/{other}", $"/v1/pins/{otherPin}", $"/v1/boards?account_id={other}" })
        {
            using var answer = await limited.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        // It cannot widen itself either.
        var widened = await SidecarApp.SendAsync(limited, HttpMethod.Post, "/v1/keys", new { name = "wider", scopes = new[] { "admin" } });
        Assert.Equal(mine, (string?)Assert.Single(widened["key"]!["account_ids"]!.AsArray()));
    }

    private static async Task<JsonArray> ListAsync(HttpClient client, string path) =>
        (await SidecarApp.SendAsync(client, HttpMethod.Get, path, null))["items"]!.AsArray();

    private static async Task<HttpClient> OtherWorkspaceAsync(SidecarApp app)
    {
        var keys = app.Services.GetRequiredService<KeyStore>();
        var secret = KeyText.New();
        await keys.AddAsync(await keys.WorkspaceAsync("other"), "other admin", ["admin"], null, secret);
        return app.As(secret);
    }
}
