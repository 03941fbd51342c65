using Connector.Accounts;
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
        var request = RequestAddresses.Encoded(given);
        var resolved = await references.ResolveAsync(caller, request, cancellation);
        var advice = addresses.Ensure(request);
        // Nothing is fetched for a repeated request: it gets its earlier pin.
        var content = await media.TakeAsync(caller, request, keeps: IsNew, cancellation);
        if (wanted != RequestedChecks.Nothing && IsNew()) content = await CheckedAsync(content, resolved, request, wanted, cancellation);
        content = content with { Checks = [.. advice, .. content.Checks] };
        var row = NewPin.Compose(request, resolved, content, key, earlier.HashOf(given), clock.GetUtcNow());
        return new PreparedPin(row, content, resolved.Account);

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
internal sealed record PreparedPin(PinRow Row, PinContent Content, AccountRow Account);
