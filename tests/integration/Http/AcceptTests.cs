using System.Net;
using Connector.Tests.Support;

namespace Connector.Tests.Http;

/// <summary>A refusal says what is wrong also to those who asked for something else, such as a CSV file or an event stream.</summary>
public sealed class AcceptTests(AcceptTests.Running running) : IClassFixture<AcceptTests.Running>
{
    [Theory]
    [InlineData("/v1/pins/pin_nobody", "text/plain", HttpStatusCode.NotFound)]
    [InlineData("/v1/metrics/account?format=csv&zzz=1", "text/csv", HttpStatusCode.BadRequest)]
    [InlineData("/v1/events/stream?types=pin.bogus", "text/event-stream", HttpStatusCode.BadRequest)]
    [InlineData("/v1/no/such/address", "text/html", HttpStatusCode.NotFound)]
    [InlineData("/v1/plan", "image/*", HttpStatusCode.MethodNotAllowed)]
    public async Task A_refusal_is_a_problem_whatever_the_request_accepts(string path, string accept, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", accept } } };

        using var answer = await running.App.Admin.SendAsync(request);

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("\"remediation\":", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_one_for_want_of_a_key()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/pins") { Headers = { { "Accept", "text/plain" } } };
        using var nobody = new HttpClient { BaseAddress = running.App.Admin.BaseAddress };

        using var answer = await nobody.SendAsync(request);

        Assert.Equal(
            (HttpStatusCode.Unauthorized, "application/problem+json"),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    public sealed class Running : IAsyncLifetime
    {
        public RunningConnector App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await RunningConnector.StartAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
