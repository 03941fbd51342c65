using System.Net;
using System.Text.Json.Nodes;
using Connector.Assets.Files;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Assets;

/// <summary>A file is seen by who sees all accounts of the key that gave it.</summary>
public sealed class AssetAccessTests : IAsyncLifetime
{
    private static readonly byte[] File = SampleMedia.Jpeg(1300, 1950);

    private SidecarApp _app = null!;
    private string _first = null!, _second = null!;
    private HttpClient _mine = null!, _other = null!, _both = null!;

    [Fact]
    public async Task A_file_of_a_limited_key_is_seen_by_keys_that_see_its_accounts_and_by_no_others()
    {
        var asset = (await _mine.GiveAsync(File)).Body;
        using var rotated = await _app.LimitedToAsync("publish", _first);

        foreach (var seeing in new[] { _mine, rotated, _both, _app.Admin })
        {
            Assert.Equal(HttpStatusCode.OK, await _app.StatusAsync(HttpMethod.Get, asset, seeing));
            Assert.Equal([Id(asset)], await ListAsync(seeing));
        }

        Assert.Equal(HttpStatusCode.NotFound, await _app.StatusAsync(HttpMethod.Get, asset, _other));
        Assert.Equal(HttpStatusCode.NotFound, await _app.StatusAsync(HttpMethod.Delete, asset, _other));
        Assert.Empty(await ListAsync(_other));
        Assert.Equal(HttpStatusCode.NoContent, await _app.StatusAsync(HttpMethod.Delete, asset, rotated));
    }

    [Fact]
    public async Task A_file_for_two_accounts_needs_a_key_that_sees_both()
    {
        var asset = (await _both.GiveAsync(File)).Body;

        foreach (var blind in new[] { _mine, _other })
            Assert.Equal(HttpStatusCode.NotFound, await _app.StatusAsync(HttpMethod.Get, asset, blind));
        using var reversed = await _app.LimitedToAsync("publish", _second, _first);
        var (status, again) = await reversed.GiveAsync(File);
        Assert.Equal((HttpStatusCode.OK, Id(asset)), (status, Id(again)));
    }

    [Fact]
    public async Task The_same_bytes_of_two_callers_are_two_assets_and_one_file_that_stays_for_the_other()
    {
        var ours = (await _app.Admin.GiveAsync(File)).Body;
        var (status, theirs) = await _mine.GiveAsync(File);

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.NotEqual(Id(ours), Id(theirs));
        Assert.Equal(File.Length, _app.Services.GetRequiredService<AssetQuota>().Used());
        await _app.StatusAsync(HttpMethod.Delete, ours);
        Assert.Equal([(string)theirs["sha256"]!], _app.Files());
        var pin = await SidecarApp.SendAsync(_mine, HttpMethod.Post, "/v1/pins", Pin(_first, theirs));
        Assert.Equal("published", (string?)(await _app.SettledAsync(Id(pin)))["status"]);
    }

    [Fact]
    public async Task A_pin_of_a_file_that_the_key_does_not_see_is_refused_as_for_one_that_is_not_there()
    {
        var hidden = (await _app.Admin.GiveAsync(File)).Body;

        var (status, text) = await _mine.AskAsync(HttpMethod.Post, "/v1/pins", Pin(_first, hidden));
        var (missing, why) = await _mine.AskAsync(HttpMethod.Post, "/v1/pins", Pin(_first, new JsonObject { ["id"] = "ast_none" }));

        Assert.Equal((404, 404), (status, missing));
        Assert.Equal(Words(why).Replace("ast_none", Id(hidden), StringComparison.Ordinal), Words(text));
    }

    [Fact]
    public async Task Who_sees_both_accounts_may_publish_a_file_of_one_for_the_other_and_its_owner_is_not_told_of_that_pin()
    {
        var asset = (await _mine.GiveAsync(File)).Body;
        var pin = Pin(_second, asset);
        pin["publish_at"] = SidecarApp.MuchLater;
        var waiting = Id(await SidecarApp.SendAsync(_both, HttpMethod.Post, "/v1/pins", pin));

        var (mine, told) = await _mine.AskAsync(HttpMethod.Delete, $"/v1/assets/{Id(asset)}");
        var (both, named) = await _both.AskAsync(HttpMethod.Delete, $"/v1/assets/{Id(asset)}");

        Assert.Equal((409, 409), (mine, both));
        Assert.DoesNotContain(waiting, told, StringComparison.Ordinal);
        Assert.Contains(waiting, named, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(new ManualClock());
        (_first, _second) = (await _app.FirstAccountAsync(), await _app.SimulatorAccountAsync("second"));
        _mine = await _app.LimitedToAsync("publish", _first);
        _other = await _app.LimitedToAsync("publish", _second);
        _both = await _app.LimitedToAsync("publish", _first, _second);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var caller in new[] { _mine, _other, _both }) caller.Dispose();
        await _app.DisposeAsync();
    }

    private static async Task<List<string>> ListAsync(HttpClient caller) =>
        [.. (await SidecarApp.SendAsync(caller, HttpMethod.Get, "/v1/assets", null))["items"]!.AsArray().Select(each => Id(each!))];

    private static JsonObject Pin(string account, JsonNode asset) =>
        SidecarApp.Pin(("account_id", account), ("image_url", null), ("asset_id", Id(asset)));

    private static string Words(string text) => $"{JsonNode.Parse(text)!["detail"]} {JsonNode.Parse(text)!["remediation"]}";

    private static string Id(JsonNode made) => (string)made["id"]!;
}
