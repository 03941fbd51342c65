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
    PinStore pins, AccountStore accounts, AccountSessions sessions, DirectWrites direct, PinterestClient pinterest, EditedPlaces places,
    PinView view, TimeProvider clock)
{
    // For a change and the looks after it, whose calls have limits of their own.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static bool Has(PinRow pin) => pin is { Status: PinStatus.Published, PinterestPinId: not null };

    /// <summary>The pin as it is there now; null for one that is not published.</summary>
    public async Task<LivePin?> LookAsync(PinRow pin, CancellationToken cancellation)
    {
        if (!Has(pin)) return null;

        AccountCapabilities.EnsureGranted(AccountOf(pin), AccountCapabilities.ReadPins);
        return Live(pin, await FindAsync(pin, cancellation));
    }

    /// <summary>Changes the pin on Pinterest, looks whether that took, and keeps what did.</summary>
    public async Task<Pin> EditAsync(Caller caller, PinRow pin, EditPinRequest request, CancellationToken cancellation)
    {
        PublishedChange.EnsurePossible(request, pin);
        EnsureAllowed(caller, AccountOf(pin), request);
        var now = clock.GetUtcNow();
        var board = await places.FindAsync(pin, request, cancellation);
        var change = PublishedChange.Of(request, pin, board, now);

        // The caller may leave now: what is sent is looked at and kept all the same.
        using var end = new CancellationTokenSource(Longest, clock);
        var lost = await SendAsync(pin, change, end.Token);
        var (there, looked) = await TryFindAsync(pin, change, lost, end.Token);
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

    private static void EnsureAllowed(Caller caller, AccountRow account, EditPinRequest request)
    {
        AccountCapabilities.EnsureGranted(account, AccountCapabilities.EditPublished);
        DirectWrites.EnsureNotHeld(account);
        var asks = request.AwaitsApproval || AccountSettings.From(account) is { RequireApproval: true, ApprovalAfterEdit: true };
        DirectWrites.EnsureApproved(caller, account, asks, "a change of a published pin");
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
        catch (PinterestException lost) when (lost.Failure.MayBeDone)
        {
            return lost;
        }
        catch (PinterestException refused)
        {
            await direct.HoldIfBlockedAsync(pin.AccountId, refused.Failure);
            throw;
        }
    }

    /// <summary>After a change that was answered, a look that fails is no reason to call the change failed.</summary>
    private async Task<(PinterestPin? Pin, bool Looked)> TryFindAsync(
        PinRow pin, PublishedChange change, PinterestException? lost, CancellationToken cancellation)
    {
        try
        {
            var there = await FindAsync(pin, cancellation);
            if (there is not null && change.NotTaken(there).Count > 0) there = await TryFindLaterAsync(pin, cancellation) ?? there;
            return there is null && lost is not null ? throw lost : (there, true);
        }
        catch (Exception error) when (IsFailure(error))
        {
            return lost is null ? (null, false) : throw lost;
        }
    }

    // What Pinterest shows at once may be as it was before.
    private async Task<PinterestPin?> TryFindLaterAsync(PinRow pin, CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Pause, clock, cancellation);
            return await FindAsync(pin, cancellation);
        }
        catch (Exception error) when (IsFailure(error))
        {
            return null;
        }
    }

    private static bool IsFailure(Exception error) =>
        error is PinterestException or TokenRefreshException or ProblemException or OperationCanceledException;

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
