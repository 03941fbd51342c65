using System.Text.Json.Nodes;
using Connector.Tests.Assets;
using Connector.Tests.Support;

namespace Connector.Tests.Publishing.Videos;

/// <summary>Publishes pins made of a video.</summary>
internal static class VideoPins
{
    public static async Task<string> PublishVideoAsync(this SidecarApp app, string? assetId = null, (string, JsonNode?)? more = null)
    {
        assetId ??= (string)(await app.GivenAsync(SampleMedia.Movie()))["id"]!;
        var pin = SidecarApp.Pin(("image_url", null), ("asset_id", assetId));
        if (more is var (field, value)) pin[field] = value;
        return await app.PublishAsync(pin);
    }
}
