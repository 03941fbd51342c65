using Connector.Accounts;
using Connector.Assets;
using Connector.Http;
using Connector.Pins.Media;

namespace Connector.Pins.Checks;

/// <summary>Checks the media of a pin and its addresses, and stores nothing.</summary>
internal sealed class MediaInspector(MediaIntake intake, MediaFiles files, AssetFetcher fetch)
{
    public Task<PinContent> TakeAsync(Caller caller, AccountRow? account, CreatePinRequest request, CancellationToken cancellation) =>
        intake.TakeAsync(caller, request, Terms(account), cancellation);

    /// <param name="account">Whose pin it would be; null when that is not known.</param>
    /// <param name="shown">What it would show.</param>
    /// <param name="request">The pin.</param>
    /// <param name="fetches">Whether addresses are fetched from.</param>
    /// <param name="cancellation">The caller does not wait any more.</param>
    public async Task<List<Check>> CheckAsync(
        AccountRow? account, PinContent shown, CreatePinRequest request, bool fetches, CancellationToken cancellation)
    {
        if (!fetches)
            return
            [
                .. shown.Checks,
                .. shown.Addresses.Select(each => Check.Skipped(AssetFetcher.Reachable, $"{each.Field} is not fetched, as you asked.")),
            ];

        var seen = new Dictionary<string, SeenFile>();
        foreach (var (url, field, kind) in shown.Addresses)
            seen[field] = await fetch.InspectAsync(url, field, kind, MayConvert(account, request, url), cancellation);
        List<Check> checks = [.. shown.Checks, .. seen.Values.SelectMany(file => file.Checks)];
        if (shown.Slides is { } slides)
        {
            checks.RemoveAll(check => check.Name == CarouselSizes.Name);
            checks.Add(CarouselSizes.Check([.. slides.Select((slide, index) => SizeOf(slide, seen.GetValueOrDefault(FieldOf(index))))]));
        }

        if (seen.GetValueOrDefault("video_url") is { } film && shown.CoverSeconds is { } second)
            checks.Add(CoverTime.Check(second, film.Duration));
        return checks;
    }

    /// <summary>Whether the addresses will still be valid when the pin is published.</summary>
    public IEnumerable<Check> Expiry(
        AccountRow? account, CreatePinRequest request, DateTimeOffset notBefore, DateTimeOffset? expectedAt) =>
        PinContent.Named(request).Addresses
        .Select(address => MustSnapshot(account, request, address.Url)
            ? Check.Passed(MediaExpiry.Name, "Its bytes are taken when the pin is accepted.")
            : MediaExpiry.Check(address.Url, notBefore, expectedAt, address.Field));

    // Only what is taken is converted; a cover is not worth taking the video for.
    private bool MayConvert(AccountRow? account, CreatePinRequest request, string url) =>
        Terms(account).Converts() && (request is { SnapshotMedia: null, VideoUrl: null } || MustSnapshot(account, request, url));

    private bool MustSnapshot(AccountRow? account, CreatePinRequest request, string url) =>
        files.MustSnapshot(request, url, Terms(account));

    public static MediaTerms Terms(AccountRow? account) => new(
        Keeps: () => false,
        Converts: () => account is null || AccountSettings.From(account).ConvertImages,
        AwaitsApproval: () => account is not null && AccountSettings.From(account).RequireApproval);

    private static string FieldOf(int index) => $"carousel[{index}].image_url";

    private (int Width, int Height)? SizeOf(CarouselSlide slide, SeenFile? seen) =>
        slide.AssetId is { } id ? files.SizeOf(id) : seen?.Size;
}
