using Connector.Http;

namespace Connector.Assets.Files;

/// <summary>The one file of a multipart form.</summary>
internal static class UploadedFormFile
{
    private static readonly FormLimits None = new(0, 0), Some = new(10, 4 * 1024);

    /// <param name="request">The form.</param>
    /// <param name="receiver">Takes the file.</param>
    /// <param name="cancellation">The caller has gone away.</param>
    /// <param name="allow">Is given text fields that stand before the file, and may refuse; without it there may be none.</param>
    public static Task<IncomingFile> ReceiveAsync(
        HttpRequest request, AssetReceiver receiver, CancellationToken cancellation,
        Func<IReadOnlyDictionary<string, string>, Task>? allow = null)
    {
        return MultipartForm.ReadAsync(request, allow is null ? None : Some, TakeAsync, Discard, cancellation);

        async Task<IncomingFile> TakeAsync(IReadOnlyDictionary<string, string> fields, SentFile? file)
        {
            if (allow is not null) await allow(fields);
            if (file is null) throw MultipartForm.Missing();
            return await receiver.ReceiveAsync(
                file.Body, MultipartForm.FileLength(request), MultipartForm.File, converts: true, cancellation);
        }
    }

    private static ValueTask Discard(IncomingFile arrival)
    {
        arrival.Dispose();
        return ValueTask.CompletedTask;
    }
}
