using Connector.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Connector.Assets.Files;

/// <summary>The one file of a multipart form, streamed: the framework reads a whole form before it gives out any part.</summary>
internal static class UploadedFormFile
{
    /// <summary>How many bytes of a form are at most around its file.</summary>
    public const int MostAround = 64 * 1024;

    private const string Field = "file";

    public static bool Is(HttpRequest request) => request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    public static async Task<IncomingFile> ReceiveAsync(HttpRequest request, AssetReceiver receiver, CancellationToken cancellation)
    {
        var form = new MultipartReader(Boundary(request), request.Body);
        try
        {
            var part = await form.ReadNextSectionAsync(cancellation)
                ?? throw Problems.Invalid(Field, "is missing; send the file as a part of that name.");
            if (NameOf(part) is var name && name != Field) throw NotKnown(name);

            var arrival = await receiver.ReceiveAsync(part.Body, FileLength(request), Field, converts: true, cancellation);
            try
            {
                if (await form.ReadNextSectionAsync(cancellation) is { } other) throw NotKnown(NameOf(other));
                return arrival;
            }
            catch
            {
                arrival.Dispose();
                throw;
            }
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException
            && broken is not BadHttpRequestException
            && !cancellation.IsCancellationRequested)
        {
            throw Problems.Invalid("body", "is not a complete multipart form.");
        }
    }

    // About: what is around the file is not counted exactly.
    private static long? FileLength(HttpRequest request) =>
        request.ContentLength is { } all ? Math.Max(0, all - MostAround) : null;

    private static string Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is { Length: > 0 and <= 70 } boundary
            ? boundary
            : throw Problems.Invalid(
                "body",
                "is said to be multipart, but the Content-Type header has no valid boundary. Let your HTTP library set that header.");

    private static string NameOf(MultipartSection part) =>
        part.GetContentDispositionHeader()?.Name.ToString().Trim('"') is { Length: > 0 } name ? name : "body";

    private static ProblemException NotKnown(string name) =>
        Problems.Invalid(name, "This field is not known; the form holds one part, named file.");
}
