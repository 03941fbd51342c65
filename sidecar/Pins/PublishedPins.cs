using Connector.Accounts;
using Connector.Boards;
using Connector.Http;
using Connector.Pins.Checks;
using Connector.Pins.Published;
using Connector.Pins.View;
using Connector.Pinterest;

namespace Connector.Pins;

/// <summary>Looks at published pins on Pinterest, and changes them there.</summary>
/// <remarks>Of what Pinterest answers nothing is kept: a pin's row has what its caller gave.</remarks>
internal sealed class PublishedPins(
    PinStore pins, AccountStore accounts, AccountSessions sessions, PinterestClient pinterest, BoardDirectory boards, PinView view,
    TimeProvider clock)
{
    public static bool Has(PinRow pin) => pin is { Status: PinStatus.Published, PinterestPinId: not null };

    /// <summary>The pin as it is there now; null for one that is not published.</summary>
    public async Task<LivePin?> LookAsync(PinRow pin, CancellationToken cancellation)
    {
        if (!Has(pin)) return null;

        AccountCapabilities.EnsureGranted(AccountOf(pin), AccountCapabilities.ReadPins);
        return Live(pin, await FindAsync(pin, cancellation));
    }

    /// <summary>Changes the pin on Pinterest, looks whether that took, and keeps what did.</summary>
    public async Task<Pin> EditAsync(PinRow pin, EditPinRequest request, CancellationToken cancellation)
    {
        PublishedChange.EnsurePossible(request, pin);
        AccountCapabilities.EnsureGranted(AccountOf(pin), AccountCapabilities.EditPublished);
        var now = clock.GetUtcNow();
        var board = request.Board is null
            ? null
            : await boards.ResolveAsync(pin.AccountId, new BoardReference(null, request.Board), reads: false, cancellation);
        if (request.BoardSectionId is { } section)
            await boards.EnsureSectionAsync(pin.AccountId, board?.BoardId ?? pin.BoardId, section, reads: false, cancellation);

        var change = PublishedChange.Of(request, pin, board, now);
        var lost = await SendAsync(pin, change, cancellation);
        var (there, looked) = await TryFindAsync(pin, lost, cancellation);
        var notTaken = there is null ? [] : change.NotTaken(there);
        // Neither the answer nor the look says that it was made.
        if (lost is not null && notTaken.Count > 0) throw lost;

        var kept = there is null && looked
            ? pin
            : await pins.KeepEditAsync(pin.Id, row => change.Kept(row, notTaken)) ?? throw Problems.NotFound("pin", pin.Id);
        IEnumerable<Check> checks = [.. RequestAdvice.Of(request, board, now), LookCheck.Of(looked, there is not null, notTaken)];
        return view.Show(kept) with
        {
            Live = looked ? Live(kept, there) with { Took = there is not null && notTaken.Count == 0 } : null,
            Warnings = [.. checks.Where(check => check.Warns)],
        };
    }

    /// <summary>Null when Pinterest answered that it is done; else why nobody knows whether it is.</summary>
    private async Task<PinterestException?> SendAsync(PinRow pin, PublishedChange change, CancellationToken cancellation)
    {
        try
        {
            await GrantedCall.DoAsync(AccountOf(pin), AccountCapabilities.EditPublished, () => sessions.CallAsync(
                pin.AccountId,
                (session, token) => pinterest.UpdatePinAsync(
                    session with { AdAccountId = pin.AdAccountId }, pin.PinterestPinId!, change.Sent, token), cancellation));
            return null;
        }
        catch (PinterestException lost) when (lost.Failure.Kind
            is FailureKind.NoAnswer or FailureKind.ServerError or FailureKind.Unreadable or FailureKind.Undocumented)
        {
            return lost;
        }
    }

    /// <summary>After a change that was answered, a look that fails is no reason to call the change failed.</summary>
    private async Task<(PinterestPin? Pin, bool Looked)> TryFindAsync(
        PinRow pin, PinterestException? lost, CancellationToken cancellation)
    {
        try
        {
            var there = await FindAsync(pin, cancellation);
            return there is null && lost is not null ? throw lost : (there, true);
        }
        catch (Exception error) when (error is PinterestException or TokenRefreshException or ProblemException)
        {
            return lost is null ? (null, false) : throw lost;
        }
    }

    private async Task<PinterestPin?> FindAsync(PinRow pin, CancellationToken cancellation)
    {
        try
        {
            return await GrantedCall.DoAsync(AccountOf(pin), AccountCapabilities.ReadPins, () => sessions.CallAsync(
                pin.AccountId,
                (session, token) => pinterest.GetPinAsync(
                    session with { AdAccountId = pin.AdAccountId }, pin.PinterestPinId!, token), cancellation));
        }
        catch (PinterestException gone) when (gone.Failure.Status == 404)
        {
            return null;
        }
    }

    private AccountRow AccountOf(PinRow pin) => accounts.Find(pin.AccountId) ?? throw Problems.AccountNotFound(pin.AccountId);

    private static LivePin Live(PinRow row, PinterestPin? there) => new()
    {
        Found = there is not null,
        Pin = there is null ? null : LinkedPin.From(there),
        Differs = there is null ? [] : PublishedField.Differing(row, there),
    };
}
