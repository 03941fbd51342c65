using System.Buffers;
using System.Text.Json;
using Connector.Http;
using Connector.Outgoing;
using Connector.Simulator.Api;
using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Media;

/// <summary>Checks a new pin's media source as Pinterest would. Of a picture that was not fetched its address decides.</summary>
internal static class MediaSourceChecks
{
    private const int Smallest = 100;
    private static readonly string[] OtherFormats = [".webp", ".gif", ".avif", ".heic", ".heif", ".tif", ".tiff", ".bmp", ".svg", ".jxl"];
    private static readonly SearchValues<char> Base64Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=");

    public static (IReadOnlyList<SimulatedImage> Images, SimulatedVideo? Video) Read(SimulatedCall call, DateTimeOffset now)
    {
        if (!call.Body.TryGetProperty("media_source", out var source) || source.ValueKind != JsonValueKind.Object)
            throw Refusal.Invalid("'media_source' is a required property");

        return source.Required("source_type") switch
        {
            "image_url" => ([ByUrl(call, source, "url")], null),
            "image_base64" => ([ByBytes(source, "content_type", "data")], null),
            "multiple_image_urls" => (Cards(source, item => ByUrl(call, item, "url")), null),
            "multiple_image_base64" => (Cards(source, item => ByBytes(item, "content_type", "data")), null),
            "video_id" => ([Cover(call, source)], Video(source, call.Account, now)),
            var other => throw Refusal.Invalid($"the source type '{other}' is not known here"),
        };
    }

    /// <summary>Only what is processed can be pinned; what Pinterest says otherwise is not documented.</summary>
    private static SimulatedVideo Video(JsonElement source, SimulatedAccount account, DateTimeOffset now)
    {
        var id = source.Id("media_id") ?? throw Refusal.Invalid("'media_id' is a required property");
        var media = account.Media.GetValueOrDefault(id) ?? throw Refusal.MediaNotFound();
        return media.StatusAt(now) is "succeeded"
            ? new SimulatedVideo(id, CoverSecond(source))
            : throw Refusal.Invalid($"the media {id} is {media.StatusAt(now)}, not succeeded");
    }

    private static SimulatedImage Cover(SimulatedCall call, JsonElement source) =>
        source.Text("cover_image_url") is not null ? ByUrl(call, source, "cover_image_url")
        : source.Text("cover_image_content_type") is not null ? ByBytes(source, "cover_image_content_type", "cover_image_data")
        : CoverSecond(source) is not null ? new SimulatedImage("key_frame", 0, 1000, 1500)
        : throw Refusal.Invalid("cover_image_url or cover_image_content_type is required");

    private static int? CoverSecond(JsonElement source)
    {
        if (!source.TryGetProperty("cover_image_key_frame_time", out var time) || time.ValueKind == JsonValueKind.Null) return null;
        return time.ValueKind == JsonValueKind.Number && time.TryGetInt32(out var second) && second >= 0
            ? second
            : throw Refusal.Invalid($"'{time}' is not a number of seconds from 0 on");
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

    private static SimulatedImage ByUrl(SimulatedCall call, JsonElement source, string name)
    {
        source.Required(name);
        var url = source.Link(name)!;
        return call.Pictures.GetValueOrDefault(url) is { } fetched ? fetched.Image ?? throw fetched.Refusal! : ByText(url);
    }

    /// <summary>So that no call leaves this machine; a word in the path makes one fail.</summary>
    private static SimulatedImage ByText(string url)
    {
        var path = new Uri(url).AbsolutePath;
        if (AddressParts.Of(url) is { } address && FilePage.At(address) is not null) throw Refusal.ImageFormat();
        if (Array.Exists(OtherFormats, format => path.EndsWith(format, StringComparison.OrdinalIgnoreCase))) throw Refusal.ImageFormat();
        if (path.Contains("broken", StringComparison.OrdinalIgnoreCase)) throw Refusal.ImageBroken();
        if (path.Contains("toosmall", StringComparison.OrdinalIgnoreCase)) throw Refusal.ImageTooSmall();
        return new SimulatedImage("image_url", 0, 1000, 1500) { Url = url };
    }

    private static SimulatedImage ByBytes(JsonElement source, string typeName, string dataName)
    {
        var contentType = source.Required(typeName);
        if (contentType is not ("image/jpeg" or "image/png")) throw Refusal.Invalid($"'{contentType}' is not one of image/jpeg, image/png");
        var data = source.Required(dataName);
        if (data.AsSpan().ContainsAnyExcept(Base64Letters)) throw Refusal.Invalid($"'{dataName}' does not match '^[a-zA-Z0-9+/=]+$'");

        var bytes = new byte[data.Length];
        if (!Convert.TryFromBase64String(data, bytes, out var length)) throw Refusal.ImageBroken();
        var size = ImageHeader.Read(bytes.AsSpan(0, length)) ?? throw Refusal.ImageBroken();
        if (size.Width < Smallest || size.Height < Smallest) throw Refusal.ImageTooSmall();
        return new SimulatedImage(size.Kind, length, size.Width, size.Height);
    }
}
