using Connector.Assets;
using Connector.Http;
using Microsoft.Extensions.Options;

namespace Connector.Pins.Media;

/// <summary>The files of a pin: those given before, and those fetched now because their address expires before publishing.</summary>
internal sealed class MediaFiles(
    AssetStore assets, AssetFetcher fetch, ImageConverter converter, IOptions<AssetOptions> options, TimeProvider clock)
{
    /// <summary>A file that was given before.</summary>
    public AssetRow Given(Caller caller, string id, string field, MediaTerms terms, string? kind = null)
    {
        var row = assets.Get(caller, id);
        if (Asset.From(row).IsConverted && !terms.Converts()) throw AssetProblems.Converted(id, field);
        return kind is null || row.Kind == kind ? row : throw Problems.Invalid(field, $"is {Name(row.Kind)}; {Name(kind)} is needed here.");
    }

    /// <summary>The hash of a file's bytes; null when it is not here any more.</summary>
    public string? BytesOf(string id) => assets.Find(id)?.Sha256;

    /// <summary>Width and height of a file in pixels; null when it is not here any more.</summary>
    public (int Width, int Height)? SizeOf(string id) => assets.Find(id) is { } row ? (row.Width, row.Height) : null;

    /// <summary>
    /// Whether the caller asks for it, the address expires before the pin may be published (or at all, when it waits for approval), or its
    /// name says that it has to be converted.
    /// </summary>
    public bool MustSnapshot(CreatePinRequest request, string url, MediaTerms terms)
    {
        var now = clock.GetUtcNow();
        return request.SnapshotMedia
            ?? ((MediaExpiry.EndAfter(url, now) is { } end && (end <= request.NotBefore(now) || terms.AwaitsApproval()))
                || (converter.WouldConvertNamed(url) && terms.Converts()));
    }

    /// <summary>Refuses an address that cannot be fetched when the pin may be published.</summary>
    public void EnsureAddress(CreatePinRequest request, string url, string field, string kind)
    {
        MediaExpiry.EnsureValidAt(url, request.NotBefore(clock.GetUtcNow()), field);
        // Pinterest fetches images; videos are fetched here.
        if (kind == MediaKind.Video) fetch.EnsureAllowed(url, field);
    }

    /// <summary>Fetches the file behind an address and keeps it, while its caller waits.</summary>
    public async Task<AssetRow> SnapshotAsync(
        Caller caller, string url, string field, string kind, MediaTerms terms, CancellationToken cancellation)
    {
        MediaExpiry.EnsureValidAt(url, clock.GetUtcNow(), field);
        var row = await fetch.KeepAsync(AssetOwner.Of(caller), url, field, options.Value.LookTimeout, terms.Converts(), cancellation, kind);
        return row.Kind == kind ? row : throw Problems.Invalid(field, $"leads to {Name(row.Kind)}; {Name(kind)} is needed here.");
    }

    private static string Name(string kind) => kind == MediaKind.Image ? "an image" : "a video";
}
