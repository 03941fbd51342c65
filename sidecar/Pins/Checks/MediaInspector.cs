using Connector.Api;
using Connector.Assets;

namespace Connector.Pins;

/// <summary>Looks at what a pin would show, and at what lies behind its addresses, without keeping any of it.</summary>
internal sealed class MediaInspector(MediaIntake intake, MediaFiles files, AssetFetch fetch)
{
    public Task<PinContent> TakeAsync(Caller caller, CreatePinRequest request, CancellationToken cancellation) => intake.TakeAsync(caller, request, keeps: () => false, cancellation);

    /// <summary>By which a repeated request is known.</summary>
    public string Fingerprint(CreatePinRequest request) => intake.Fingerprint(request);

    /// <param name="shown">What it would show.</param>
    /// <param name="fetches">Whether addresses are fetched from.</param>
    /// <param name="cancellation">Nobody waits for it any more.</param>
    public async Task<List<Check>> LookAsync(PinContent shown, bool fetches, CancellationToken cancellation)
    {
        List<Check> checks = [.. shown.Checks];
        foreach (var (url, field, kind) in AddressesOf(shown))
            checks.AddRange(fetches ? await fetch.LookAsync(url, field, kind, cancellation) : [Check.Skipped(AssetFetch.Reachable, $"{field} is not fetched, as you asked.")]);
        return checks;
    }

    /// <summary>Whether the address will still be good.</summary>
    public IEnumerable<Check> Expiry(CreatePinRequest request, DateTimeOffset notBefore, DateTimeOffset? expectedAt)
    {
        if ((request.ImageUrl ?? request.VideoUrl) is not { } url) yield break;
        yield return files.MustSnapshot(request, url)
            ? Check.Passed(MediaExpiry.Name, "Its bytes are taken when the pin is accepted.")
            : MediaExpiry.Check(url, notBefore, expectedAt, request.ImageUrl is null ? "video_url" : "image_url");
    }

    private static IEnumerable<(string Url, string Field, string Kind)> AddressesOf(PinContent shown)
    {
        if (shown is { Url: { } url, AssetId: null }) yield return shown.Type == PinContent.VideoType ? (url, "video_url", MediaKind.Video) : (url, "image_url", MediaKind.Image);
        if (shown.CoverUrl is { } cover) yield return (cover, "cover_image_url", MediaKind.Image);
        foreach (var (index, slide) in (shown.Slides ?? []).Index())
            if (slide is { ImageUrl: { } picture, AssetId: null }) yield return (picture, $"carousel[{index}].image_url", MediaKind.Image);
    }
}
