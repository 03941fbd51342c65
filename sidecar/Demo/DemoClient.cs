using System.Net;
using System.Text.Json;

namespace Connector.Demo;

/// <summary>Talks to the sidecar over HTTP, as any caller would.</summary>
internal sealed class DemoClient(HttpClient http, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public async Task<string> ConnectAsync(string name, CancellationToken cancellation) =>
        (await PostAsync<DemoId>("/v1/accounts", new { environment = "simulator", name }, null, cancellation)).Id;

    public async Task CreateBoardAsync(string accountId, string name, CancellationToken cancellation) =>
        await PostAsync<DemoId>($"/v1/boards?account_id={accountId}", new { name }, null, cancellation);

    /// <summary>Gives a file to make a pin of, and returns its id.</summary>
    public async Task<string> GiveAsync(string file, CancellationToken cancellation) =>
        (await SendAsync<DemoId>(
            () => new HttpRequestMessage(HttpMethod.Post, "/v1/assets") { Content = new StreamContent(File.OpenRead(file)) },
            cancellation)).Id;

    public Task<DemoPin> PublishAsync(string accountId, CatalogRow row, IReadOnlyList<DemoMedia> media, CancellationToken cancellation)
    {
        var pin = new Dictionary<string, object> { ["account_id"] = accountId, ["board"] = row.Board };
        if (media.Count > 1) pin.Add("carousel", media.Select(one => new { one.ImageUrl, one.AssetId }));
        else if (media[0].AssetId is { } assetId) pin.Add("asset_id", assetId);
        else pin.Add(CatalogRow.IsVideo(row.Image) ? "video_url" : "image_url", media[0].ImageUrl!);
        if (row.Title != "") pin.Add("title", row.Title);
        if (row.Description != "") pin.Add("description", row.Description);
        if (row.Link != "") pin.Add("link_url", row.Link);
        return PostAsync<DemoPin>("/v1/pins", pin, $"demo-row-{row.Number}", cancellation);
    }

    /// <summary>Answers when the pin is final or the time is up, whichever is first.</summary>
    public Task WaitAsync(string pinId, TimeSpan time, CancellationToken cancellation) =>
        GetAsync<DemoPin>($"/v1/pins/{pinId}?wait={time.TotalSeconds:0}", cancellation);

    public async Task<IReadOnlyList<DemoPin>> PinsAsync(string accountId, CancellationToken cancellation)
    {
        var pins = new List<DemoPin>();
        string? cursor = null;
        do
        {
            var page = await GetAsync<DemoPage<DemoPin>>(
                $"/v1/pins?account_id={accountId}&limit=250{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}",
                cancellation);
            pins.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return pins;
    }

    public async Task<IReadOnlyList<DemoFigures>> FiguresAsync(string accountId, IEnumerable<string> pinIds, CancellationToken cancellation)
    {
        var figures = new List<DemoFigures>();
        foreach (var ids in pinIds.Chunk(50))
            figures.AddRange((await GetAsync<DemoPage<DemoFigures>>(
                $"/v1/metrics/pins?account_id={accountId}&granularity=total&ids={string.Join(',', ids)}", cancellation)).Items);
        return figures;
    }

    private Task<T> GetAsync<T>(string path, CancellationToken cancellation) =>
        SendAsync<T>(() => new HttpRequestMessage(HttpMethod.Get, path), cancellation);

    private Task<T> PostAsync<T>(string path, object body, string? idempotencyKey, CancellationToken cancellation) => SendAsync<T>(
        () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: Json) };
            if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
            return request;
        },
        cancellation);

    private async Task<T> SendAsync<T>(Func<HttpRequestMessage> make, CancellationToken cancellation)
    {
        while (true)
        {
            using var request = make();
            using var response = await http.SendAsync(request, cancellation);
            if (response.IsSuccessStatusCode)
                return await response.Content.ReadFromJsonAsync<T>(Json, cancellation)
                    ?? throw new JsonException($"{request.RequestUri} answered null.");

            if (response.StatusCode != HttpStatusCode.TooManyRequests || response.Headers.RetryAfter?.Delta is not { } pause)
                throw new DemoRefusedException(await ExplainAsync(response, cancellation));
            await Task.Delay(pause, clock, cancellation);
        }
    }

    private static async Task<string> ExplainAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
            return $"The connector answered {(int)response.StatusCode}.";
        var problem = await response.Content.ReadFromJsonAsync<DemoProblem>(Json, cancellation);
        return problem!.Sentence;
    }
}

/// <summary>The API said no, and why.</summary>
internal sealed class DemoRefusedException(string message) : Exception(message);
