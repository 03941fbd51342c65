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
        List<Check> checks = [.. shown.Checks];
        foreach (var (url, field, kind) in shown.Addresses)
            checks.AddRange(fetches
                ? await fetch.InspectAsync(url, field, kind, MayConvert(account, request, url), cancellation)
                : [Check.Skipped(AssetFetcher.Reachable, $"{field} is not fetched, as you asked.")]);
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

    private static MediaTerms Terms(AccountRow? account) =>
        new(Keeps: () => false, Converts: () => account is null || AccountSettings.From(account).ConvertImages);
}
