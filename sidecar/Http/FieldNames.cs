using System.Text.Json;

namespace Connector.Http;

/// <summary>Names of fields as the caller wrote them.</summary>
internal static class FieldNames
{
    /// <summary><c>Carousel[1].LinkUrl</c> or <c>$.carousel[1].link_url</c> → <c>carousel[1].link_url</c>.</summary>
    public static string FromPath(string path)
    {
        var segments = path.TrimStart('$').TrimStart('.').Split('.');
        return string.Join('.', segments.Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));
    }
}
