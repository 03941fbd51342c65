using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Web;

namespace Connector.Tests.Support.OpenApi;

/// <summary>One request and its answer, as far as a description says anything about them.</summary>
public sealed record Exchange(
    string Method, string Path, IReadOnlyDictionary<string, string> Query, Payload Request, int Status, Payload Answer)
{
    public IEnumerable<string> Mistakes(OpenApiDescription description) =>
    [
        .. description.CheckRequest(Method, Path, Query, Request.MediaType, Request.Body)
            .Select(mistake => $"{Method} {Path} request: {mistake}"),
        .. description.CheckAnswer(Method, Path, Status, Answer.MediaType, Answer.Body)
            .Select(mistake => $"{Method} {Path} answer {Status}: {mistake}"),
    ];
}

/// <summary>A body and its kind; null when there is none.</summary>
public sealed record Payload(string? MediaType, JsonNode? Body)
{
    public static async Task<Payload> ReadAsync(HttpContent? content)
    {
        if (content is null || await content.ReadAsStringAsync() is not { Length: > 0 } text) return new Payload(null, null);
        var mediaType = content.Headers.ContentType?.MediaType;
        return new Payload(mediaType, mediaType == "application/x-www-form-urlencoded" ? Form(text) : JsonNode.Parse(text));
    }

    private static JsonObject Form(string text)
    {
        var fields = HttpUtility.ParseQueryString(text);
        return new JsonObject(fields.AllKeys.Select(name => KeyValuePair.Create(name!, (JsonNode?)fields[name])));
    }
}

/// <summary>Keeps every call of the API that passes through an HTTP client; uploads are none.</summary>
public sealed class ExchangeRecorder(ConcurrentQueue<Exchange> exchanges) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.RequestUri!.AbsolutePath.StartsWith("/v5/", StringComparison.Ordinal))
            return await base.SendAsync(request, cancellationToken);
        if (request.Content is not null) await request.Content.LoadIntoBufferAsync(cancellationToken); // some bodies leave only once
        var answer = await base.SendAsync(request, cancellationToken);
        var query = HttpUtility.ParseQueryString(request.RequestUri.Query);
        exchanges.Enqueue(new Exchange(
            request.Method.Method,
            Uri.UnescapeDataString(request.RequestUri.AbsolutePath["/v5".Length..]),
            query.AllKeys.ToDictionary(name => name!, name => query[name]!),
            await Payload.ReadAsync(request.Content),
            (int)answer.StatusCode,
            await Payload.ReadAsync(answer.Content)));
        return answer;
    }
}
