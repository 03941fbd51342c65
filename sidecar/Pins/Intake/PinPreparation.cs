using Connector.Accounts;
using Connector.Assets;
using Connector.Http;
using Connector.Pins.Checks;
using Connector.Pins.Lifecycle;
using Connector.Pins.Media;
using Connector.Storage;

namespace Connector.Pins.Intake;

/// <summary>Turns a request into a pin that can be stored, step by step; the first step that refuses it ends it.</summary>
internal sealed class PinPreparation(
    RequestReferences references, AddressChecks addresses, MediaIntake media, NetworkChecks network, EarlierPins earlier, FreeSpace space,
    TimeProvider clock)
{
    /// <exception cref="ProblemException">The pin cannot be accepted.</exception>
    public async Task<PreparedPin> PrepareAsync(
        Caller caller, CreatePinRequest given, string? key, RequestedChecks wanted, CancellationToken cancellation)
    {
        space.EnsureFreeSpace();
        PublishTime.Ensure(given.PublishAt, clock.GetUtcNow());
        SeasonRules.Ensure(given.EventDate, clock.GetUtcNow());
        var encoded = RequestAddresses.Encoded(given);
        var resolved = await references.ResolveAsync(
            caller, encoded, readsBoards: account => wanted.Board && earlier.IsNew(caller, account, key), cancellation);
        var request = SeasonRules.WindowOf(given.EventDate, given.LeadDays, resolved.Account) is { } season
            ? encoded with { Season = season }
            : encoded;
        // Nothing is fetched or converted for a repeated request: it gets its earlier pin.
        var terms = new MediaTerms(
            IsNew,
            () => AccountSettings.From(resolved.Account).ConvertImages && IsNew(),
            () => request.AwaitsApproval || AccountSettings.From(resolved.Account).RequireApproval);
        var advice = addresses.Ensure(resolved.Account, request, terms);
        var content = await media.TakeAsync(caller, request, terms, cancellation);
        if (content.Type == PinContent.VideoType) AccountCapabilities.Ensure(resolved.Account, AccountCapabilities.Videos);
        if (wanted != RequestedChecks.Nothing && IsNew())
        {
            content = await CheckedAsync(content, resolved, request, wanted, cancellation);
            // Looking has shown a picture that Pinterest would not take from its address.
            if (request.VideoUrl is null
                && content.Addresses.Any()
                && content.Checks.Any(check => check.Name == ImageConverter.CheckName))
                content = await TakeAnywayAsync(content);
        }

        content = content with { Checks = [.. advice, .. content.Checks] };
        var now = clock.GetUtcNow();
        var row = NewPin.Compose(request, resolved, content, key, earlier.HashOf(given), now);
        return new PreparedPin(row, content, resolved.Account)
        {
            Warnings =
            [
                .. RequestAdvice.Of(request, resolved.Board, now).Append(KeyAdvice.Of(key, request)).OfType<Check>()
                    .Where(check => check.Warns),
            ],
        };

        async Task<PinContent> TakeAnywayAsync(PinContent seen)
        {
            var taken = await media.TakeAsync(caller, request with { SnapshotMedia = true }, terms, cancellation);
            return taken with { Checks = [.. seen.Checks.Union(taken.Checks)] };
        }

        bool IsNew() => earlier.IsNew(caller, resolved.Account, key);
    }

    private async Task<PinContent> CheckedAsync(
        PinContent content, ResolvedReferences resolved, CreatePinRequest request, RequestedChecks wanted, CancellationToken cancellation)
    {
        var checks = await network.CheckAsync(resolved.Account, resolved.Board, content, request, wanted, cancellation);
        if (checks.Find(check => check.HasFailed) is { } failed) throw PinProblems.WouldFail(failed);
        return content with { Checks = [.. content.Checks, .. checks.Except(content.Checks)] };
    }
}

/// <summary>A pin that is right and not yet stored.</summary>
internal sealed record PreparedPin(PinRow Row, PinContent Content, AccountRow Account)
{
    /// <summary>What of the request could do better.</summary>
    public IReadOnlyList<Check> Warnings { get; init; } = [];
}
