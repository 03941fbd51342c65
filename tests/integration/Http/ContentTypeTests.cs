using System.Net;
using System.Text;

namespace Connector.Tests.Http;

/// <summary>A body whose type cannot be read is refused, never passed over.</summary>
public sealed class ContentTypeTests(AcceptTests.Running running) : IClassFixture<AcceptTests.Running>
{
    [Theory]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("application/json")]
    public async Task JSON_in_UTF8_is_read_however_that_is_said(string type) =>
        Assert.Equal(HttpStatusCode.OK, await SendAsync("/v1/pins/validate?fetch_media=false", """{"board":"Home decor"}""", type));

    [Theory]
    [InlineData("")]
    [InlineData(";")]
    [InlineData("/")]
    [InlineData("application/json; =")]
    [InlineData("application/json, application/json")]
    [InlineData("application/json; charset=us-ascii")]
    [InlineData("application/json; charset=\"utf-16\"")]
    public async Task What_is_not_said_to_be_JSON_in_UTF8_is_refused_also_where_a_body_may_be_left_out(string type)
    {
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await SendAsync("/v1/simulator/reset", """{"account_id":"acc_1"}""", type));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await SendAsync("/v1/plan", """{"pins":[]}""", type));
    }

    private async Task<HttpStatusCode> SendAsync(string path, string body, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var answer = await running.App.Admin.SendAsync(request);
        return answer.StatusCode;
    }
}
