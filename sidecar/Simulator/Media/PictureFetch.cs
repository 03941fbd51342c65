using System.Text.Json;
using Connector.Outgoing;
using Connector.Simulator.Api;
using Connector.Simulator.Server;

namespace Connector.Simulator.Media;

/// <summary>Fetches the pictures of a new pin, as Pinterest does, where the settings open their address.</summary>
internal sealed class PictureFetch(OpenedClient opened, TimeProvider clock)
{
    /// <summary>For all pictures of a pin together.</summary>
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    private const int Largest = 20 * 1024 * 1024;

    public async Task FetchAsync(SimulatedCall call)
    {
        var fetched = new Dictionary<string, FetchedPicture>();
        var begun = clock.GetTimestamp();
        foreach (var url in AddressesOf(call.Body).Distinct().Where(opened.Reaches))
            if (await FetchAsync(url, Time - clock.GetElapsedTime(begun), call.Gone) is { } picture) fetched[url] = picture;
        call.Pictures = fetched;
    }

    /// <summary>Null when it leads out of reach: then its text decides.</summary>
    private async Task<FetchedPicture?> FetchAsync(string url, TimeSpan time, CancellationToken cancellation)
    {
        if (time <= TimeSpan.Zero) return FetchedPicture.Refused(Refusal.UrlUnreachable());
        try
        {
            using var file = await opened.OpenAsync(url, "image/*", time, cancellation);
            if (file.Status != 200) return FetchedPicture.Refused(Refusal.UrlUnreachable());
            return file.Length > Largest ? TooLarge() : await ReadAsync(url, file);
        }
        catch (OutgoingException failed)
        {
            return failed.IsForbidden ? null : FetchedPicture.Refused(Refusal.UrlUnreachable());
        }
    }

    private static async Task<FetchedPicture> ReadAsync(string url, OutgoingFile file)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            while (await file.Body.ReadAsync(buffer) is var read and > 0)
            {
                if (bytes.Length + read > Largest) return TooLarge();
                bytes.Write(buffer, 0, read);
            }
        }
        catch (OutgoingException)
        {
            return FetchedPicture.Refused(Refusal.ImageBroken());
        }

        return FetchedPicture.Of(url, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    // Pinterest's words for it are not known.
    private static FetchedPicture TooLarge() => FetchedPicture.Refused(Refusal.Invalid("the image is larger than 20 MB"));

    // What is wrong about the fields themselves is said later, when the pin is made.
    private static IEnumerable<string> AddressesOf(JsonElement body)
    {
        if (Property(body, "media_source") is not { ValueKind: JsonValueKind.Object } source) return [];
        IEnumerable<JsonElement> items = Property(source, "items") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
        return items.Select(item => Property(item, "url")).Append(Property(source, "url")).Append(Property(source, "cover_image_url"))
            .Where(value => value?.ValueKind == JsonValueKind.String)
            .Select(value => value!.Value.GetString()!);
    }

    private static JsonElement? Property(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value : null;
}
