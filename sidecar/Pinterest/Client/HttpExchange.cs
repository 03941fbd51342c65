using Connector.Pinterest.RateLimits;

namespace Connector.Pinterest.Client;

/// <summary>Sends one request and reads its answer within a time limit; a failure says whether anything can have been sent.</summary>
internal sealed partial class HttpExchange(HttpClient http, TimeProvider clock, ILogger logger)
{
    private const int LargestBody = 8 * 1024 * 1024;

    public async Task<PinterestResponse> RunAsync(HttpRequestMessage request, TimeSpan timeout, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        using var expired = new CancellationTokenSource(timeout, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(expired.Token, cancellation);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token);
            var answeredAt = clock.GetUtcNow();
            var body = await ReadAsync(response, linked.Token);
            var requestId = response.Headers.TryGetValues("x-pinterest-rid", out var values) ? values.First() : null;
            var (path, status) = (request.RequestUri!.AbsolutePath, (int)response.StatusCode);
            Log.Answered(logger, request.Method.Method, path, status, Milliseconds(started), requestId ?? "has no id");
            var rates = RateHeaders.Parse(response, refused: false, answeredAt);
            return new PinterestResponse(status, body, requestId, rates) { Date = response.Headers.Date };
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            Log.Unanswered(logger, request.Method.Method, request.RequestUri!.AbsolutePath, Milliseconds(started), failed.GetType().Name);
            var failure = Explain(request, failed, expired.IsCancellationRequested);
            if (cancellation.IsCancellationRequested) throw new OperationCanceledException(failure.Message, failure, cancellation);
            throw failure;
        }
    }

    private static PinterestException Explain(HttpRequestMessage request, Exception failed, bool timedOut)
    {
        var kind = WasSent(request, failed) ? FailureKind.NoAnswer : FailureKind.NotSent;
        var message = (kind, timedOut) switch
        {
            (FailureKind.NotSent, _) => "Pinterest could not be reached; nothing was sent.",
            (_, true) => "Pinterest did not answer in time.",
            _ => "The connection ended before Pinterest's answer was complete.",
        };
        return new PinterestException(new PinterestFailure(kind, null, null, message, null, null), failed);
    }

    /// <summary>
    /// A request with a body does nothing until its body has left; one without is only known to be unsent if there was no connection.
    /// </summary>
    private static bool WasSent(HttpRequestMessage request, Exception failed) => request.Content is SendOnceContent content
        ? content.Begun
        : failed is not HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError,
        };

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var source = await response.Content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await source.ReadAsync(buffer, cancellation) is var read and > 0)
        {
            if (body.Length + read > LargestBody)
                throw new InvalidDataException("The answer is larger than any answer of Pinterest's should be.");
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private double Milliseconds(long started) => clock.GetElapsedTime(started).TotalMilliseconds;

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Debug, "Pinterest answered {Method} {Path} with {Status} after {Milliseconds:0} ms (its request {RequestId}).")]
        public static partial void Answered(ILogger logger, string method, string path, int status, double milliseconds, string requestId);

        [LoggerMessage(LogLevel.Debug, "Pinterest gave no answer to {Method} {Path} in {Milliseconds:0} ms: {Reason}")]
        public static partial void Unanswered(ILogger logger, string method, string path, double milliseconds, string reason);
    }
}
