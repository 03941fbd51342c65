using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Connector.Http;

/// <summary>
/// A form with short text fields and then one file, streamed: the framework reads a whole form before it gives out any part.
/// </summary>
internal static class MultipartForm
{
    /// <summary>How many bytes of a form are at most around its file.</summary>
    public const int MostAround = 64 * 1024;

    /// <summary>The name of the part that is the file.</summary>
    public const string File = "file";

    public static bool Is(HttpRequest request) => request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Reads it to its end. A form that is refused, also because something stands after its file, leaves nothing behind.</summary>
    /// <param name="request">The form.</param>
    /// <param name="limits">How many text fields may stand before the file, and how large each may be.</param>
    /// <param name="take">Is given the fields before the file, and the file; may refuse.</param>
    /// <param name="discard">Undoes what was taken.</param>
    /// <param name="cancellation">The caller has gone away.</param>
    public static async Task<T> ReadAsync<T>(
        HttpRequest request, FormLimits limits, Func<IReadOnlyDictionary<string, string>, SentFile?, Task<T>> take,
        Func<T, ValueTask> discard, CancellationToken cancellation)
    {
        var form = new MultipartReader(Boundary(request), request.Body);
        try
        {
            var (part, fields) = await FileAsync(form, limits, cancellation);
            if (part is not null && NameOf(part) is var name && name != File) throw NotKnown(name);

            var taken = await take(fields, part is null ? null : new SentFile(part.Body, FileNameOf(part)));
            if (part is null) return taken;
            try
            {
                if (await form.ReadNextSectionAsync(cancellation) is { } other) throw NotKnown(NameOf(other));
                return taken;
            }
            catch
            {
                await discard(taken);
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

    public static ProblemException Missing() => Problems.Invalid(File, "is missing; send the file as a part of that name.");

    /// <summary>About: what is around the file is not counted exactly.</summary>
    public static long? FileLength(HttpRequest request) =>
        request.ContentLength is { } all ? Math.Max(0, all - MostAround) : null;

    /// <summary>The first part that is not one of the allowed text fields.</summary>
    private static async Task<(MultipartSection? Part, Dictionary<string, string> Fields)> FileAsync(
        MultipartReader form, FormLimits limits, CancellationToken cancellation)
    {
        var fields = new Dictionary<string, string>();
        while (await form.ReadNextSectionAsync(cancellation) is { } part)
        {
            if (fields.Count == limits.Fields || !IsText(part)) return (part, fields);

            var text = new byte[limits.FieldBytes + 1];
            var length = await part.Body.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, cancellation);
            if (length > limits.FieldBytes)
                throw Problems.Invalid(NameOf(part), $"is longer than the {limits.FieldBytes:N0} bytes that are allowed.");

            fields[NameOf(part)] = Encoding.UTF8.GetString(text, 0, length);
        }

        return (null, fields);
    }

    // Some clients send a file without a name of its own; the part's name tells then.
    private static bool IsText(MultipartSection part) =>
        NameOf(part) != File && part.GetContentDispositionHeader()?.IsFormDisposition() == true;

    private static string Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is { Length: > 0 and <= 70 } boundary
            ? boundary
            : throw Problems.Invalid(
                "body",
                "is said to be multipart, but the Content-Type header has no valid boundary. Let your HTTP library set that header.");

    private static string NameOf(MultipartSection part) =>
        part.GetContentDispositionHeader()?.Name.ToString().Trim('"') is { Length: > 0 } name ? name : "body";

    // Some clients send a path, of this or another system.
    private static string? FileNameOf(MultipartSection part) => part.GetContentDispositionHeader() is { } said
        && (said.FileNameStar.HasValue ? said.FileNameStar : said.FileName).ToString().Trim('"').Split('/', '\\')[^1].Trim()
            is { Length: > 0 } name
        ? name
        : null;

    private static ProblemException NotKnown(string name) => Problems.Invalid(
        name,
        "This field is not known here; the file is the last part of the form, named file, and text fields that are known stand before it.");
}

/// <summary>The file of a form.</summary>
/// <param name="Body">Its bytes, as they come.</param>
/// <param name="Name">What it is called, as its sender says; null when that is not said.</param>
internal sealed record SentFile(Stream Body, string? Name);

/// <summary>What of a form may stand before its file.</summary>
internal sealed record FormLimits(int Fields, int FieldBytes);
