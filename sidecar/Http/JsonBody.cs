using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;

namespace Connector.Http;

/// <summary>Reads the JSON body of a request; whatever is wrong with it is the caller's error.</summary>
internal static class JsonBody
{
    /// <summary>The content type that nearly every request has.</summary>
    public const string Plain = "application/json";

    /// <exception cref="BadHttpRequestException">It cannot be read. Elsewhere a JsonException is our own error.</exception>
    public static async ValueTask<object?> ReadAsync(
        HttpRequest request, Type type, JsonSerializerContext? context, CancellationToken cancellation)
    {
        try
        {
            return await request.ReadFromJsonAsync(type, Json.Requests, cancellation)
                ?? throw new InvalidJsonException("must be a JSON object; it is null.");
        }
        catch (JsonException unreadable)
        {
            throw new BadHttpRequestException(unreadable.Message, unreadable);
        }
    }

    /// <summary>Whether the body is said to be JSON in an encoding that can be read; one that names none is UTF-8.</summary>
    public static bool HasKnownCharset(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) return true;
        if (type.Parameters.All(parameter => !parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase))) return true;

        // RFC 9110 allows quotes, and the framework's reader does not know them.
        type.Charset = HeaderUtilities.RemoveQuotes(type.Charset);
        if (!request.HasJsonContentType()) return true;
        request.ContentType = type.ToString();
        return type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
    }
}
