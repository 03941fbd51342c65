using System.Net.Http.Headers;
using System.Text;

namespace Connector.Tests.Http;

/// <summary>
/// A request that must be refused, and how; {pin}, {account}, {key}, {board} stand for ids of <see cref="BadRequestWorld"/>.
/// </summary>
public sealed record BadRequest(string Name, string Method, string Path, byte[]? Body, int Status, string Code, string? Field = null)
{
    public string ContentType { get; init; } = "application/json";

    public string As { get; init; } = "admin";

    public (string Name, string Value)? Header { get; init; }

    public static BadRequest Get(string name, string path, int status, string code, string? field = null) =>
        new(name, "GET", path, null, status, code, field);

    public static BadRequest Send(string name, string method, string path, string body, int status, string code, string? field = null) =>
        new(name, method, path, Encoding.UTF8.GetBytes(body), status, code, field);

    /// <summary>A request, such as <c>POST /v1/keys</c>, whose body has one field that is not valid.</summary>
    public static BadRequest Invalid(string name, string operation, string body, string field) =>
        Send(name, operation.Split(' ')[0], operation.Split(' ')[1], body, 400, "validation_failed", field);

    /// <summary>A POST /v1/pins that is fine but for these fields, given as raw JSON.</summary>
    public static BadRequest Pin(string name, string fields, int status, string code, string? field = null) =>
        Send(
            name,
            "POST",
            "/v1/pins",
            $$"""{"board":"Home decor","image_url":"https://example.com/a.jpg",{{fields}}}""",
            status,
            code,
            field);

    /// <summary>A POST /v1/pins with an image by bytes.</summary>
    public static BadRequest Image(string name, byte[] bytes, int status, string code) => Send(
        name, "POST", "/v1/pins", $$"""{"board":"Home decor","image_base64":"{{Convert.ToBase64String(bytes)}}"}""", status, code,
        "image_base64");

    public HttpRequestMessage ToMessage(Func<string, string> fill)
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(fill(Path), UriKind.Relative));
        if (Body is not null)
        {
            // Latin-1 keeps bytes that are no UTF-8 as they are.
            message.Content = new ByteArrayContent(Encoding.Latin1.GetBytes(fill(Encoding.Latin1.GetString(Body))));
            if (ContentType.Length > 0) message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        }

        // Who is refused for the size of a body should not have to send it all.
        if (Status == 413) message.Headers.ExpectContinue = true;
        if (Header is { } header) message.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return message;
    }
}
