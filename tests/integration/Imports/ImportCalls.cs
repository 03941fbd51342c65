using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Imports;

/// <summary>Gives files to a sidecar and waits until they are worked.</summary>
internal static class ImportCalls
{
    public const string Lamps = """
        sku,title,description,link,image,board
        L-1,Brass lamp,Warm light,https://example.com/l1,https://example.com/l1.jpg,Home decor
        L-2,Oak lamp,,https://example.com/l2,https://example.com/l2.jpg,Home decor
        L-3,Paper lamp,,https://example.com/l3,https://example.com/l3.jpg,Recipes
        """;

    public static MultipartFormDataContent Form(string file, params (string Name, string Value)[] fields) =>
        Form(Encoding.UTF8.GetBytes(file), fields);

    public static MultipartFormDataContent Form(byte[] file, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(file), "file", "lamps.csv");
        return form;
    }

    public static async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(
        this HttpClient client, HttpContent content, string query = "")
    {
        using var answer = await client.PostAsync(new Uri("/v1/imports" + query, UriKind.Relative), content);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    public static async Task<JsonNode> ImportAsync(this SidecarApp app, string file, params (string Name, string Value)[] fields)
    {
        var (status, body) = await app.Admin.SendAsync(Form(file, fields));
        Assert.True(status == HttpStatusCode.Accepted, body.ToJsonString());
        return await app.ImportEndedAsync((string)body["id"]!);
    }

    public static async Task<JsonNode> ImportAsync(this SidecarApp app, byte[] file, string query = "")
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var (status, body) = await app.Admin.SendAsync(content, query);
        Assert.True(status == HttpStatusCode.Accepted, body.ToJsonString());
        return await app.ImportEndedAsync((string)body["id"]!);
    }

    /// <summary>Waits until the import has ended.</summary>
    public static async Task<JsonNode> ImportEndedAsync(this SidecarApp app, string id)
    {
        JsonNode import = new JsonObject();
        await Eventually.TrueAsync(
            async () => (import = await app.GetAsync($"/v1/imports/{id}"))["ended_at"] is not null, () => import.ToJsonString());
        return import;
    }

    public static async Task<List<JsonNode>> ResultsAsync(this SidecarApp app, JsonNode import, string query = "?limit=250") =>
        [.. (await app.GetAsync($"/v1/imports/{import["id"]}/results{query}"))["items"]!.AsArray().Select(each => each!)];

    public static async Task<string> ErrorsAsync(this SidecarApp app, JsonNode import) =>
        await app.Admin.GetStringAsync(new Uri($"/v1/imports/{import["id"]}/errors.csv", UriKind.Relative));

    public static void AssertCounts(
        JsonNode import, string status, int created = 0, int existing = 0, int failed = 0, int skipped = 0)
    {
        Assert.Equal(
            (status, created, existing, failed, skipped),
            ((string)import["status"]!, Number("created"), Number("existing"), Number("failed"), Number("skipped")));

        int Number(string name) => (int)import[name]!;
    }
}
