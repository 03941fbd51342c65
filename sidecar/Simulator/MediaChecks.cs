using System.Buffers;
using System.Text.Json;

namespace Connector.Simulator;

/// <summary>Judges a new pin's media source as Pinterest would; images by URL are not fetched, their path says how they turn out.</summary>
internal static class MediaChecks
{
    private const int Smallest = 100;
    private static readonly SearchValues<char> Base64Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=");

    public static IReadOnlyList<SimulatedImage> Read(JsonElement body)
    {
        if (!body.TryGetProperty("media_source", out var source) || source.ValueKind != JsonValueKind.Object)
            throw Refusal.Invalid("'media_source' is a required property");

        return source.Required("source_type") switch
        {
            "image_url" => [ByUrl(source)],
            "image_base64" => [ByBytes(source)],
            "multiple_image_urls" => Cards(source, ByUrl),
            "multiple_image_base64" => Cards(source, ByBytes),
            var other => throw Refusal.Invalid($"the source type '{other}' is not known here"),
        };
    }

    private static List<SimulatedImage> Cards(JsonElement source, Func<JsonElement, SimulatedImage> read)
    {
        if (!source.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            throw Refusal.Invalid("'items' is a required property");
        return items.GetArrayLength() switch
        {
            < 2 => throw Refusal.Invalid("constraint: minItems=2"),
            > 5 => throw Refusal.Invalid("constraint: maxItems=5"),
            _ => [.. items.EnumerateArray().Select(item => read(item) with
            {
                Title = item.Text("title"),
                Description = item.Text("description"),
                Link = item.Link("link"),
            })],
        };
    }

    private static SimulatedImage ByUrl(JsonElement source)
    {
        source.Required("url");
        var url = source.Link("url")!;
        var path = new Uri(url).AbsolutePath;
        if (path.EndsWith(".webp", StringComparison.OrdinalIgnoreCase)) throw Refusal.ImageFormat();
        if (path.Contains("broken", StringComparison.OrdinalIgnoreCase)) throw Refusal.ImageBroken();
        if (path.Contains("toosmall", StringComparison.OrdinalIgnoreCase)) throw Refusal.ImageTooSmall();
        return new SimulatedImage("image_url", 0, 1000, 1500) { Url = url };
    }

    private static SimulatedImage ByBytes(JsonElement source)
    {
        var contentType = source.Required("content_type");
        if (contentType is not ("image/jpeg" or "image/png")) throw Refusal.Invalid($"'{contentType}' is not one of image/jpeg, image/png");
        var data = source.Required("data");
        if (data.AsSpan().ContainsAnyExcept(Base64Letters)) throw Refusal.Invalid("'data' does not match '^[a-zA-Z0-9+/=]+$'");

        var bytes = new byte[data.Length];
        if (!Convert.TryFromBase64String(data, bytes, out var length)) throw Refusal.ImageBroken();
        var size = ImageHeader.Read(bytes.AsSpan(0, length)) ?? throw Refusal.ImageBroken();
        if (size.Width < Smallest || size.Height < Smallest) throw Refusal.ImageTooSmall();
        return new SimulatedImage(size.Kind, length, size.Width, size.Height);
    }
}
