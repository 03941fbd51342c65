using System.Security.Cryptography;
using Connector.Pinterest.Media;
using Microsoft.Extensions.Options;

namespace Connector.Pinterest;

/// <summary>
/// Uploads a file to the address that Pinterest gave, which is not Pinterest's API: no token is sent, and the answers are S3's.
/// </summary>
internal sealed partial class MediaUpload(
    IHttpClientFactory clients, IOptions<PinterestOptions> options, PinterestClock pinterestClock, TimeProvider clock,
    ILogger<MediaUpload> logger)
{
    private const int LongestError = 16 * 1024;

    // The longest time without progress; the whole upload has no limit, because a large file on a slow connection takes long.
    private static readonly TimeSpan StallTimeout = TimeSpan.FromSeconds(90);

    /// <summary>Sends the file from its present position to its end; it must be able to seek, and stays open.</summary>
    public async Task<UploadResult> SendAsync(
        PinterestEnvironment environment, MediaRegistration registration, Stream file, CancellationToken cancellation)
    {
        if (UploadHosts.ProblemOf(environment, registration.UploadUrl, options.Value.UploadHosts) is { } problem)
            return new UploadResult(UploadEnd.NotAllowed, problem);
        if (IsOver(environment, registration))
            return new UploadResult(
                UploadEnd.RegisterAnew, "The time Pinterest gave for this upload is over. It has to be registered anew.");

        var started = clock.GetTimestamp();
        using var stalled = new CancellationTokenSource(StallTimeout, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(stalled.Token, cancellation);
        var content = new StreamedFile(file, () => stalled.CancelAfter(StallTimeout));
        var boundary = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        using var request = new HttpRequestMessage(HttpMethod.Post, registration.UploadUrl);
        request.Content = UploadForm.Of(registration.UploadParameters, content, boundary);
        try
        {
            using var http = clients.CreateClient(PinterestHttp.UploadClientName(environment));
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, linked.Token);
            var result = UploadResult.Of((int)answer.StatusCode, await CodeAsync(answer, linked.Token));
            Log.Answered(logger, request.RequestUri!.Host, (int)answer.StatusCode, result.Code ?? "no code", Milliseconds(started));
            return result;
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException)
        {
            Log.Unanswered(logger, request.RequestUri!.Host, Milliseconds(started), failed.GetType().Name);
            cancellation.ThrowIfCancellationRequested();
            return new UploadResult(UploadEnd.TryAgain, stalled.IsCancellationRequested
                ? $"The upload stood still for {StallTimeout.TotalSeconds:0} seconds."
                : "The connection for the upload could not be made, or broke off.");
        }
    }

    /// <summary>Judged only while our clock is confirmed: by one that is ahead every registration would be over at once.</summary>
    private bool IsOver(PinterestEnvironment environment, MediaRegistration registration) =>
        registration.Deadline <= clock.GetUtcNow() && pinterestClock.Confirms(environment);

    private static async Task<string?> CodeAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (answer.IsSuccessStatusCode) return null;
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        var start = new byte[LongestError];
        var length = await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        return UploadResult.CodeIn(new MemoryStream(start, 0, length));
    }

    private double Milliseconds(long started) => clock.GetElapsedTime(started).TotalMilliseconds;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "The upload to {Host} was answered with {Status} ({Code}) after {Milliseconds:0} ms.")]
        public static partial void Answered(ILogger logger, string host, int status, string code, double milliseconds);

        [LoggerMessage(LogLevel.Debug, "The upload to {Host} had no answer after {Milliseconds:0} ms: {Reason}")]
        public static partial void Unanswered(ILogger logger, string host, double milliseconds, string reason);
    }
}
