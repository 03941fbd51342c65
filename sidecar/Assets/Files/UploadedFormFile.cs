using System.Text;
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

    private const int MostFields = 10, MostFieldBytes = 4 * 1024;

    public static bool Is(HttpRequest request) => request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    /// <param name="request">The form.</param>
    /// <param name="receiver">Takes the file.</param>
    /// <param name="cancellation">The caller has gone away.</param>
    /// <param name="allow">Is given text fields that stand before the file, and may refuse; without it there may be none.</param>
    public static async Task<IncomingFile> ReceiveAsync(
        HttpRequest request, AssetReceiver receiver, CancellationToken cancellation,
        Func<IReadOnlyDictionary<string, string>, Task>? allow = null)
    {
        var form = new MultipartReader(Boundary(request), request.Body);
        try
        {
            var (part, fields) = await FileAsync(form, allow is null ? 0 : MostFields, cancellation);
            if (allow is not null) await allow(fields);
            if (part is null) throw Problems.Invalid(Field, "is missing; send the file as a part of that name.");
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

    /// <summary>The first part that is not one of the allowed text fields.</summary>
    private static async Task<(MultipartSection? Part, Dictionary<string, string> Fields)> FileAsync(
        MultipartReader form, int most, CancellationToken cancellation)
    {
        var fields = new Dictionary<string, string>();
        while (await form.ReadNextSectionAsync(cancellation) is { } part)
        {
            if (fields.Count == most || part.GetContentDispositionHeader()?.IsFormDisposition() != true) return (part, fields);

            var text = new byte[MostFieldBytes + 1];
            var length = await part.Body.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, cancellation);
            if (length > MostFieldBytes)
                throw Problems.Invalid(NameOf(part), $"is longer than the {MostFieldBytes:N0} bytes that are allowed.");

            fields[NameOf(part)] = Encoding.UTF8.GetString(text, 0, length);
        }

        return (null, fields);
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
