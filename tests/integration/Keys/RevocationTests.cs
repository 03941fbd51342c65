using System.IO.Pipelines;
using System.Net;
using System.Text.Json.Nodes;
using Connector.Keys;
using Connector.Keys.Authentication;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Keys;

/// <summary>What lasts in the name of a key ends within a second of its revocation, whichever process revoked it.</summary>
public sealed class RevocationTests : IAsyncLifetime
{
    private static readonly TimeSpan Safely = TimeSpan.FromSeconds(60);

    private SidecarApp _app = null!;
    private string _keyId = null!, _secret = null!;
    private HttpClient _holder = null!;

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(new ManualClock());
        var made = await _app.PostAsync("/v1/keys", new { name = "holder", scopes = new[] { "publish" } });
        (_keyId, _secret) = ((string)made["key"]!["id"]!, (string)made["secret"]!);
        _holder = _app.As(_secret);
    }

    public async ValueTask DisposeAsync()
    {
        _holder.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_is_closed(bool byAnotherProcess)
    {
        using var answer = await _holder.GetAsync("/v1/events/stream", HttpCompletionOption.ResponseHeadersRead);
        using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("event: alive", await stream.ReadLineAsync().WaitAsync(Safely));

        await RevokeAsync(byAnotherProcess);
        await _app.PostAsync($"/v1/accounts/{await _app.FirstAccountAsync()}/hold");

        Assert.DoesNotContain("account.held", await stream.ReadToEndAsync().WaitAsync(Safely), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_wait_for_a_pin_is_answered_with_401(bool byAnotherProcess)
    {
        var pin = await _app.PublishAsync(SidecarApp.Pin(("publish_at", SidecarApp.MuchLater)));
        var waiting = _holder.GetAsync($"/v1/pins/{pin}?wait=60");
        await LastsAsync();

        await RevokeAsync(byAnotherProcess);

        await RefusedAsync(await waiting.WaitAsync(Safely));
    }

    [Fact]
    public async Task A_file_on_its_way_is_not_taken()
    {
        // A body that begins and never ends.
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10 });
        using var body = new StreamContent(pipe.Reader.AsStream());
        body.Headers.ContentType = new("image/png");
        var giving = _holder.PostAsync("/v1/assets", body);
        await LastsAsync();

        await RevokeAsync(byAnotherProcess: true);

        await RefusedAsync(await giving.WaitAsync(Safely));
    }

    [Fact]
    public async Task A_key_that_another_process_revoked_is_refused_within_a_second()
    {
        using (var before = await _holder.GetAsync("/v1/whoami")) Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        await RevokeAsync(byAnotherProcess: true);

        await RefusedAsync(await _holder.GetAsync("/v1/whoami"));
    }

    [Fact]
    public async Task A_key_may_revoke_itself()
    {
        using var own = await _app.WithScopesAsync("admin");
        var id = (string)(await SidecarApp.SendAsync(own, HttpMethod.Get, "/v1/whoami", null))["id"]!;

        using var answer = await own.DeleteAsync($"/v1/keys/{id}");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        await RefusedAsync(await own.GetAsync("/v1/whoami"));
    }

    [Fact]
    public async Task A_key_that_was_not_revoked_goes_on()
    {
        var pin = await _app.PublishAsync(SidecarApp.Pin(("publish_at", SidecarApp.MuchLater)));
        var waiting = _holder.GetAsync($"/v1/pins/{pin}?wait=60");
        await LastsAsync();

        _app.Clock!.Advance(TimeSpan.FromSeconds(10));
        await _app.PostAsync($"/v1/pins/{pin}/cancel");

        Assert.Equal(HttpStatusCode.OK, (await waiting.WaitAsync(Safely)).StatusCode);
    }

    private static async Task RefusedAsync(HttpResponseMessage answer)
    {
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal((HttpStatusCode.Unauthorized, "unauthorized"), (answer.StatusCode, (string?)problem["code"]));
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        answer.Dispose();
    }

    private Task LastsAsync() => Eventually.TrueAsync(
        () => _app.Services.GetRequiredService<KeyRevocations>().Of(KeyText.Hash(_secret)).IsInUse);

    /// <summary>Another process has a second to be noticed; the own one is at once.</summary>
    private async Task RevokeAsync(bool byAnotherProcess)
    {
        if (!byAnotherProcess)
        {
            await SidecarApp.SendAsync(_app.Admin, HttpMethod.Delete, $"/v1/keys/{_keyId}", null);
            return;
        }

        await using (var other = TestDatabase.OpenBeside(_app.DataDirectory))
            await other.WriteAsync(sql => sql.Execute("update api_keys set revoked_at = 1 where id = @_keyId", new { _keyId }));
        _app.Clock!.Advance(TimeSpan.FromSeconds(1));
    }
}
