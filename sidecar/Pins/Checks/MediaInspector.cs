using Connector.Accounts;
using Connector.Assets;
using Connector.Http;
using Connector.Pins.Media;

namespace Connector.Pins.Checks;

/// <summary>Checks the media of a pin and its addresses, and stores nothing.</summary>
internal sealed class MediaInspector(MediaIntake intake, MediaFiles files, AssetFetcher fetch)
{
    public Task<PinContent> TakeAsync(Caller caller, AccountRow? account, CreatePinRequest request, CancellationToken cancellation) =>
        intake.TakeAsync(caller, request, new MediaTerms(Keeps: () => false, () => Converts(account)), cancellation);

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
                ? await fetch.InspectAsync(url, field, kind, Converts(account) && files.MustSnapshot(request, url), cancellation)
                : [Check.Skipped(AssetFetcher.Reachable, $"{field} is not fetched, as you asked.")]);
        return checks;
    }

    /// <summary>Whether the addresses will still be valid when the pin is published.</summary>
    public IEnumerable<Check> Expiry(CreatePinRequest request, DateTimeOffset notBefore, DateTimeOffset? expectedAt) =>
        PinContent.Named(request).Addresses
        .Select(address => files.MustSnapshot(request, address.Url)
            ? Check.Passed(MediaExpiry.Name, "Its bytes are taken when the pin is accepted.")
            : MediaExpiry.Check(address.Url, notBefore, expectedAt, address.Field));

    private static bool Converts(AccountRow? account) => account is null || AccountSettings.From(account).ConvertImages;
}
