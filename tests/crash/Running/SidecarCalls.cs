using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Connector.Crash.Running;

/// <summary>Calls that must succeed, to whichever process of the sidecar answers at an address.</summary>
internal sealed class SidecarCalls : IDisposable
{
    public SidecarCalls(Uri address)
    {
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Sidecar.Key);
    }

    public HttpClient Http { get; }

    public async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(path);
        return await ReadAsync(answer, path);
    }

    public async Task<JsonNode> PostAsync(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync(path, body);
        return await ReadAsync(answer, path);
    }

    public async Task<JsonNode> PostAsync(string path, HttpContent body)
    {
        using var answer = await Http.PostAsync(path, body);
        return await ReadAsync(answer, path);
    }

    public async Task<JsonNode> PatchAsync(string path, object body)
    {
        using var answer = await Http.PatchAsJsonAsync(path, body);
        return await ReadAsync(answer, path);
    }

    public void Dispose() => Http.Dispose();

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer, string path)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)!
            : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text}");
    }
}
