using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Connector.Pinterest.Media;

/// <summary>
/// The form of an upload as S3 requires it: the fields as they were given, then the file, and no other headers.
/// </summary>
/// <remarks>
/// https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html; <c>MultipartFormDataContent</c> would add <c>filename*</c> and a
/// type to each field.
/// </remarks>
internal static class UploadForm
{
    public static MultipartContent Of(IEnumerable<KeyValuePair<string, string>> parameters, HttpContent file, string boundary)
    {
        var form = new MultipartContent("form-data", boundary) { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        form.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
        foreach (var (name, value) in parameters) Add(name, new ByteArrayContent(Encoding.UTF8.GetBytes(value)));
        Add("file", file);
        return form;

        void Add(string name, HttpContent part)
        {
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{Escaped(name)}\"");
            form.Add(part);
        }
    }

    // https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
    private static string Escaped(string name) => name.Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}

/// <summary>
/// A file from its present position to its end; it is read while it is sent, its length is known before, and it stays open.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="sent">Called after each chunk.</param>
internal sealed class StreamedFile(Stream file, Action sent) : HttpContent
{
    private const int ChunkSize = 80 * 1024;
    private readonly long _start = file.Position;
    private readonly long _length = file.Length - file.Position;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        file.Position = _start; // the handler may replace a connection that broke before anything was sent
        var chunk = new byte[ChunkSize];
        while (await file.ReadAsync(chunk, cancellationToken) is var read and > 0)
        {
            await stream.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
            sent();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }
}
