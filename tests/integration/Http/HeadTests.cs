using System.Net;
using Connector.Tests.Support;

namespace Connector.Tests.Http;

/// <remarks>On Kestrel, which leaves the body of an answer to HEAD out.</remarks>
public sealed class HeadTests
{
    [Theory]
    [InlineData("/healthz", 200)]
    [InlineData("/v1/pins", 200)]
    [InlineData("/v1/pins?limit=0", 400)]
    [InlineData("/v1/pins/pin_nobody", 404)]
    [InlineData("/v1/events/stream", 405)]
    [InlineData("/v1/plan", 405)]
    public async Task Head_is_answered_as_get_is_without_a_body(string path, int status)
    {
        await using var app = await RunningConnector.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var answer = await app.Admin.SendAsync(request);

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.NotNull(answer.Content.Headers.ContentType);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }
}
