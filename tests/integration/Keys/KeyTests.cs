using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Alba;
using Connector.Keys;
using Connector.Tests.Support;
using Microsoft.Extensions.Options;

namespace Connector.Tests.Keys;

public sealed class KeyTests
{
    [Fact]
    public async Task A_key_works_as_bearer_header_or_password_until_it_is_revoked_and_not_a_moment_longer()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var made = await app.PostAsync("/v1/keys", new { name = "n8n", scopes = new[] { "read" } });
        var secret = (string)made["secret"]!;
        Action<Scenario>[] ways =
            [call => call.WithBearerToken(secret), call => WithHeader(call, secret), call => WithPassword(call, $"zapier:{secret}")];
        Assert.Matches("^pck_[A-Za-z0-9_-]{43}$", secret);
        foreach (var way in ways)
        {
            var shown = await app.ScenarioAsync(call =>
            {
                call.Get.Url("/v1/whoami");
                way(call);
                call.StatusCodeShouldBe(200);
            });
            Assert.Equal("n8n", (string?)JsonNode.Parse(await shown.ReadAsTextAsync())!["name"]);
        }

        await app.ScenarioAsync(call =>
        {
            call.Delete.Url($"/v1/keys/{made["key"]!["id"]}");
            call.StatusCodeShouldBe(204);
        });

        foreach (var way in ways)
        {
            await app.ScenarioAsync(call =>
            {
                call.Get.Url("/v1/whoami");
                way(call);
                call.StatusCodeShouldBe(401);
                call.Header("WWW-Authenticate").SingleValueShouldEqual("Bearer");
                call.ContentShouldContain("\"code\":\"unauthorized\"");
            });
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("bm9jb2xvbg==")]
    [InlineData("dXNlcjp3cm9uZw==")]
    public async Task A_wrong_password_is_no_key(string credentials)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());

        await app.ScenarioAsync(call =>
        {
            call.Get.Url("/v1/whoami");
            call.WithRequestHeader("Authorization", "Basic " + credentials);
            call.StatusCodeShouldBe(401);
        });
    }

    [Fact]
    public async Task Without_an_existing_key_every_request_is_401()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());

        string?[] keys =
            [null, "", "pck_", "pck_0123456789012345678901234567890123456789012", "' or 1=1 --                             "];
        foreach (var key in keys)
        {
            foreach (var path in new[] { "/v1/whoami", "/v1/pins", "/v1/accounts/x" })
            {
                await app.ScenarioAsync(call =>
                {
                    call.Get.Url(path);
                    WithHeader(call, key);
                    call.StatusCodeShouldBe(401);
                });
            }
        }
    }

    [Fact]
    public async Task A_key_over_its_request_budget_is_told_when_to_come_back_and_others_are_not_affected()
    {
        await using var app = await SidecarApp.StartAsync(
            settings: ["Connector:RequestLimit:Burst=5", "Connector:RequestLimit:PerSecond=10"]);
        using var greedy = await app.WithScopesAsync("read");

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => greedy.GetAsync("/v1/whoami")));

        var refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
        Assert.Contains(answers, a => a.IsSuccessStatusCode);
        Assert.Equal("too_many_requests", (string?)problem["code"]);
        Assert.Equal((string?)problem["retry_after_seconds"]?.ToString(), refused.Headers.RetryAfter?.ToString());
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.True((await app.Admin.GetAsync("/v1/whoami")).IsSuccessStatusCode);
        Assert.True((await greedy.GetAsync("/healthz")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_bootstrap_key_that_could_be_guessed_refuses_the_start()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(
            () => SidecarApp.StartAsync(settings: "Connector:BootstrapApiKey=only-31-characters-are-too-shor"));

        Assert.Contains("Connector:BootstrapApiKey must be at least 32 characters long", refused.Message, StringComparison.Ordinal);
        Assert.Contains("openssl rand -hex 32", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_of_a_key_is_in_no_list_and_in_no_file()
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock());
        var secret = (string)(await app.PostAsync("/v1/keys", new { name = "n8n", scopes = new[] { "publish" } }))["secret"]!;
        using var client = app.As(secret);
        await SidecarApp.SendAsync(client, HttpMethod.Post, "/v1/pins", SidecarApp.Pin());

        Assert.DoesNotContain(secret, (await app.GetAsync("/v1/keys")).ToJsonString(), StringComparison.Ordinal);
        foreach (var text in new[] { secret, SidecarApp.BootstrapKey }) Assert.Empty(SecretScan.FilesWith(app.DataDirectory, text));
        // So the files are those in which it would be.
        if (!TestDatabase.IsPostgres) Assert.NotEmpty(SecretScan.FilesWith(app.DataDirectory, KeyText.Hash(secret)));
    }

    private static void WithHeader(Scenario call, string? key)
    {
        call.RemoveRequestHeader("Authorization");
        if (key is not null) call.WithRequestHeader("X-API-Key", key);
    }

    private static void WithPassword(Scenario call, string credentials) =>
        call.WithRequestHeader("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
}
