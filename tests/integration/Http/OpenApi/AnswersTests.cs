using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Imports;
using Connector.Tests.Support;
using Connector.Tests.Support.OpenApi;

namespace Connector.Tests.Http.OpenApi;

/// <summary>
/// Answers are as the description says: every required field is there, every value of an enumeration is in it, nothing else is.
/// </summary>
public sealed class AnswersTests
{
    private static readonly OpenApiDescription Description =
        new(JsonNode.Parse(File.ReadAllText(Repository.Path("sidecar", "openapi.json")))!);

    [Fact]
    public async Task An_answer_is_as_described()
    {
        await using var app = await SidecarApp.StartAsync();
        var account = (await Ask(app, "POST", "/v1/accounts", """{"environment":"simulator","name":"Shop"}"""))["id"];
        var board = (await Ask(app, "GET", $"/v1/boards?account_id={account}"))["items"]![0]!["id"];
        var image = Convert.ToBase64String(SampleMedia.Png());
        var content = $$"""{"account_id":"{{account}}","board_id":"{{board}}","title":"T","image_base64":"{{image}}"}""";
        var pin = (await Ask(app, "POST", "/v1/pins", content))["id"];
        var webhook = (await Ask(app, "POST", "/v1/webhooks", """{"url":"https://hooks.example.com/","events":["pin.published"]}"""))["id"];

        await Ask(app, "GET", $"/v1/pins/{pin}?wait=30");
        await Ask(app, "POST", "/v1/pins/batch", $$"""{"pins":[{{content}},{"title":"no picture"}]}""");
        await Ask(app, "POST", "/v1/pins/validate", content);
        await Ask(app, "POST", "/v1/plan", $$"""{"pins":[{"account_id":"{{account}}","board_id":"{{board}}"}]}""");
        await Ask(app, "POST", "/v1/keys", """{"name":"K","scopes":["read"]}""");
        await Ask(app, "POST", "/v1/simulator/faults", $$"""{"account_id":"{{account}}","fault":"no_id"}""");
        await Ask(app, "PATCH", $"/v1/webhooks/{webhook}", """{"status":"disabled"}""");
        var import = (await app.ImportAsync(
            ImportCalls.Lamps + "\nX,No picture,,,,Home decor\n", ("account_id", $"{account}"), ("dry_run", "true")))["id"];
        await Ask(app, "PUT", $"/v1/accounts/{account}/import-mapping", """{"board":"Home decor"}""");
        var watched = $$"""
            {"account_id":"{{account}}","url":"https://example.com/feed","start":"all","paused":true,"map":{"board":"B"} }
            """;
        var source = (await Ask(app, "POST", "/v1/sources", watched))["id"];
        await Ask(app, "PATCH", $"/v1/sources/{source}", """{"board":"Recipes"}""");
        foreach (var path in (string[])
        [
            "/healthz", "/readyz", "/v1/replicas", "/v1/whoami", "/v1/keys", "/v1/accounts", $"/v1/accounts/{account}",
            $"/v1/accounts/{account}/rate-meter",
            $"/v1/boards/{board}?account_id={account}", $"/v1/boards/{board}/sections?account_id={account}", "/v1/pins",
            $"/v1/pins/{pin}/attempts", "/v1/imports", $"/v1/imports/{import}", $"/v1/imports/{import}/results",
            $"/v1/accounts/{account}/import-mapping", "/v1/sources", $"/v1/sources/{source}", $"/v1/sources/{source}/items",
            $"/v1/pins/{pin}/deliveries", $"/v1/pins/{pin}/metrics", $"/v1/metrics/account?account_id={account}", "/v1/assets",
            "/v1/webhooks",
            $"/v1/webhooks/{webhook}/deliveries", "/v1/events", "/v1/simulator/faults", $"/v1/simulator/pins?account_id={account}",
        ])
            await Ask(app, "GET", path);
    }

    [Theory]
    [InlineData("GET", "/v1/pins/pin_none", null, 404)]
    [InlineData("GET", "/v1/pins?limit=0", null, 400)]
    [InlineData("POST", "/v1/pins", """{"titel":"T"}""", 400)]
    [InlineData("POST", "/v1/pins", "{", 400)]
    [InlineData("POST", "/v1/accounts", """{"environment":"simulator"}""", 400)]
    public async Task A_refusal_is_as_described(string method, string path, string? body, int status)
    {
        await using var app = await SidecarApp.StartAsync();

        await Ask(app, method, path, body, status);
    }

    private static async Task<JsonNode> Ask(SidecarApp app, string method, string path, string? body = null, int? status = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body, null, "application/json");
        using var answer = await app.Admin.SendAsync(request);
        var json = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;

        if (status is null) Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {json}");
        else Assert.Equal(status, (int)answer.StatusCode);
        Assert.Empty(
            Description.CheckAnswer(method, path.Split('?')[0], (int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, json)
            .Select(mistake => $"{method} {path}: {mistake}"));
        return json;
    }
}
