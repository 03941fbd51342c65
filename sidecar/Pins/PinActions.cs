using Connector.Accounts;
using Connector.Http;
using Connector.Pins.Checks;
using Connector.Pins.Lifecycle;
using Connector.Pins.View;
using Connector.Pinterest;

namespace Connector.Pins;

/// <summary>What is done with a pin that was accepted: each is refused in a state that does not allow it.</summary>
/// <remarks>Whoever calls has made sure of the scope publish; pins of accounts that the caller does not see are not found.</remarks>
internal sealed class PinActions(
    PinStore pins, PinView view, PinChanges changes, QueueChanges queue, AccountSessions sessions, PinterestClient pinterest)
{
    /// <summary>Takes back a pin that is not published yet.</summary>
    public async Task<Pin> CancelAsync(Caller caller, string id)
    {
        pins.Get(caller, id);
        var canceled = await pins.CancelAsync(id) ?? throw PinProblems.NotWaiting(pins.Get(caller, id), "canceled");
        changes.Raise(id);
        return view.Show(canceled);
    }

    /// <summary>Queues a failed pin again.</summary>
    public async Task<Pin> RetryAsync(Caller caller, string id)
    {
        pins.Get(caller, id);
        var queued = await pins.RetryAsync(id) ?? throw PinProblems.NotFailed(pins.Get(caller, id));
        changes.Raise(id);
        queue.RaiseChanged(queued.AccountId);
        return view.Show(queued);
    }

    /// <summary>Says whether an unconfirmed pin is on Pinterest.</summary>
    /// <param name="caller">Whose key it is.</param>
    /// <param name="id">Of the pin.</param>
    /// <param name="pinterestPinId">Its id there; null when it is not there.</param>
    public async Task<Pin> ResolveAsync(Caller caller, string id, string? pinterestPinId)
    {
        var pin = pins.Get(caller, id);
        var resolved = await pins.ResolveAsync(pin, pinterestPinId) ?? throw PinProblems.NotUnconfirmed(pins.Get(caller, id));
        changes.Raise(id);
        queue.RaiseChanged(resolved.AccountId);
        return view.Show(resolved);
    }

    /// <summary>The same for a form: its fields are checked first.</summary>
    public Task<Pin> CheckAndResolveAsync(Caller caller, string id, ResolvePinRequest request)
    {
        RequestCheck.Ensure(request);
        return ResolveAsync(caller, id, request.PinterestPinId);
    }

    /// <summary>Forgets a pin whose status is final; it may be removed from Pinterest first.</summary>
    public async Task DeleteAsync(Caller caller, string id, bool fromPinterest, CancellationToken cancellation)
    {
        var pin = pins.Get(caller, id);
        if (!PinStatus.IsFinal(pin.Status)) throw PinProblems.NotFinal(pin);

        if (fromPinterest && pin.Status == PinStatus.Unconfirmed) throw PinProblems.NotKnownOnPinterest(pin);
        if (fromPinterest && pin.PinterestPinId is { } pinterestId)
            await sessions.CallAsync(
                pin.AccountId,
                (session, token) => pinterest.DeletePinAsync(
                    session with { AdAccountId = pin.AdAccountId }, pinterestId, token), cancellation);
        await pins.ForgetAsync(id);
    }
}
