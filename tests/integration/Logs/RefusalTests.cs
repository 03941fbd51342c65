using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Http;
using Connector.Tests.Support;

namespace Connector.Tests.Logs;

/// <summary>A caller reports a <c>request_id</c>, and the log has the refusal under it.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(_clock, null, "Logging:LogLevel:Default=Information");

    [Theory]
    [InlineData("GET", "/v1/pins/pin_1", 404, "not_found")]
    [InlineData("GET", "/v1/pins?limits=1&secret=1", 400, "validation_failed")]
    [InlineData("POST", "/v1/pins", 400, "validation_failed")]
    [InlineData("PUT", "/v1/pins", 405, "method_not_allowed")]
    [InlineData("GET", "/v1/nothing", 404, "not_found")]
    [InlineData("GET", "/v1/pins/a%0AWarning", 404, "not_found")]
    public async Task A_refusal_is_one_line_with_what_was_asked_why_not_and_whose_key_it_was(
        string method, string target, int status, string code)
    {
        var key = (string)(await _app.GetAsync("/v1/whoami"))["id"]!;
        using var request = new HttpRequestMessage(new HttpMethod(method), target);
        if (method == "POST") request.Content = JsonContent.Create(new { title = "secret of the body" });

        var problem = await AskAsync(_app.Admin, request);

        var line = Assert.Single(Refused, line => line.Contains((string)problem["request_id"]!, StringComparison.Ordinal));
        Assert.Contains($": {method} {target.Split('?')[0]} was refused", line, StringComparison.Ordinal);
        Assert.Contains($"was refused with {status} {code} (request_id {problem["request_id"]}, API key ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
        Assert.Contains($"API key {key})", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_never_in_it_neither_a_wrong_one_nor_one_in_the_address()
    {
        using var wrong = _app.As("pck_wrong-key-that-somebody-mistyped-0123456789");
        await AskAsync(wrong, new HttpRequestMessage(HttpMethod.Get, "/v1/pins"));
        await AskAsync(_app.Admin, new HttpRequestMessage(HttpMethod.Get, "/v1/pins/pck_wrong-key"));

        Assert.Contains(Refused, line => line.Contains("401 unauthorized", StringComparison.Ordinal)
            && line.Contains("API key none", StringComparison.Ordinal));
        Assert.DoesNotContain(_app.Logs.Lines, line => line.Contains("wrong-key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_succeeds_and_a_health_check_are_no_refusals()
    {
        await _app.GetAsync("/v1/pins");
        await _app.GetAsync("/readyz");

        Assert.Empty(Refused);
    }

    [Fact]
    public async Task A_stranger_cannot_fill_the_log_and_hides_no_refusal_of_a_caller()
    {
        using var stranger = _app.As(null);
        for (var number = 0; number < Refusals.MostAMinute + 20; number++) (await stranger.GetAsync("/v1/pins")).Dispose();
        Assert.Equal(Refusals.MostAMinute, Refused.Count);
        Assert.Single(_app.Logs.Lines, line => line.Contains("requests without a valid key were refused", StringComparison.Ordinal));

        (await _app.Admin.GetAsync("/v1/pins/pin_1")).Dispose();
        Assert.Equal(Refusals.MostAMinute + 1, Refused.Count);

        _clock.Jump(TimeSpan.FromMinutes(1));
        (await stranger.GetAsync("/v1/pins")).Dispose();
        Assert.Equal(Refusals.MostAMinute + 2, Refused.Count);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private List<string> Refused => [.. _app.Logs.Lines.Where(line => line.Contains(" was refused with ", StringComparison.Ordinal))];

    private static async Task<JsonNode> AskAsync(HttpClient client, HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
