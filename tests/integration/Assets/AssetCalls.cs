using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Assets.Files;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Assets;

/// <summary>Gives files to a sidecar, and lists what it has on disk.</summary>
internal static class AssetCalls
{
    public static async Task<(HttpStatusCode Status, JsonNode Body)> GiveAsync(this HttpClient client, HttpContent content)
    {
        using var answer = await client.PostAsync(new Uri("/v1/assets", UriKind.Relative), content);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    public static Task<(HttpStatusCode Status, JsonNode Body)> GiveAsync(
        this HttpClient client, byte[] bytes, string? type = "application/octet-stream") =>
        client.GiveAsync(Raw(bytes, type));

    public static Task<(HttpStatusCode Status, JsonNode Body)> FetchAsync(this HttpClient client, string url) =>
        client.GiveAsync(JsonContent.Create(new { url }));

    public static async Task<JsonNode> GivenAsync(this SidecarApp app, byte[] bytes)
    {
        var (status, body) = await app.Admin.GiveAsync(bytes);
        Assert.True(status is HttpStatusCode.Created or HttpStatusCode.OK, body.ToJsonString());
        return body;
    }

    public static ByteArrayContent Raw(byte[] bytes, string? type = "application/octet-stream")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        return content;
    }

    public static MultipartFormDataContent Form(params (string Field, byte[] Bytes)[] parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var (field, bytes) in parts) form.Add(new ByteArrayContent(bytes), field, "photo.webp");
        return form;
    }

    /// <summary>The names of all files it has, those being received as <c>arriving/…</c>.</summary>
    public static IReadOnlyList<string> Files(this SidecarApp app)
    {
        var arriving = Directory.EnumerateFiles(Path.Combine(app.DataDirectory, "assets", "arriving"))
            .Select(file => Path.Combine("arriving", Path.GetFileName(file)));
        var kept = Kept(app).KeptBeforeAsync(DateTimeOffset.MaxValue, CancellationToken.None).ToBlockingEnumerable();
        return [.. arriving.Concat(kept).Order()];
    }

    /// <summary>The bytes of an asset, as they are kept.</summary>
    public static async Task<byte[]> KeptAsync(this SidecarApp app, JsonNode asset)
    {
        await using var file = await Kept(app).OpenReadAsync((string)asset["sha256"]!, CancellationToken.None);
        using var bytes = new MemoryStream();
        await file!.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    /// <summary>Takes the file of an asset away.</summary>
    public static Task LoseAsync(this SidecarApp app, JsonNode asset) =>
        Kept(app).DeleteAsync((string)asset["sha256"]!, CancellationToken.None);

    private static AssetFiles Kept(SidecarApp app) => app.Services.GetRequiredService<AssetFiles>();

    public static async Task<HttpStatusCode> StatusAsync(this SidecarApp app, HttpMethod method, JsonNode asset, HttpClient? caller = null)
    {
        using var answer = await (caller ?? app.Admin).SendAsync(
            new HttpRequestMessage(method, new Uri($"/v1/assets/{asset["id"]}", UriKind.Relative)));
        return answer.StatusCode;
    }
}
