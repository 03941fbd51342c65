using Connector.Accounts;
using Connector.Http;
using Connector.Metrics.Tables;
using Connector.Pins;
using Connector.Pinterest;

namespace Connector.Metrics.Reading;

/// <summary>Finds the pins that ids mean: ours (pin_…), or Pinterest's.</summary>
internal sealed class PinTargets(PinStore pins, AccountChoice accounts)
{
    private const int Most = 100;

    public PinTarget Find(Caller caller, string id, string? accountId)
    {
        if (PinterestId.IsValid(id)) return Joined([new PinTarget(null, id, accounts.Of(caller, accountId), Measured.AnyPin)])[0];

        var pin = pins.Get(caller, id);
        if (accountId is not null && accountId != pin.AccountId) throw Problems.NotFound("pin of this account", id);
        if (pin.PinterestPinId is null) return new PinTarget(id, null, null, Measured.AnyPin, DataStatus.NotPublished);
        return new PinTarget(
            id, pin.PinterestPinId, accounts.Of(caller, pin.AccountId), pin.MediaType == "video" ? Measured.Video : Measured.Image)
        {
            AdAccountId = pin.AdAccountId,
        };
    }

    /// <summary>Several at once; one that does not exist does not stop the others.</summary>
    public IReadOnlyList<PinTarget> FindAll(Caller caller, string? ids, string? accountId)
    {
        var all = (ids ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (all.Count is 0 or > Most)
            throw Problems.Invalid("ids", $"must be 1 to {Most} pin ids, separated by commas; there are {all.Count}.");
        if (all.Find(id => !PinterestId.IsValid(id) && !id.StartsWith("pin_", StringComparison.Ordinal)) is { } strange)
            throw Problems.Invalid("ids", $"\"{strange}\" is not a pin id: ours start with pin_, Pinterest's are digits.");

        var account = all.Exists(PinterestId.IsValid) ? accounts.Of(caller, accountId) : null;
        return Joined(all.ConvertAll(id => PinterestId.IsValid(id)
            ? new PinTarget(null, id, account, Measured.AnyPin)
            : FindOrNot(caller, id, accountId)));
    }

    // Who asks by Pinterest's ids gets ours beside them, where the connector published the pin.
    private List<PinTarget> Joined(List<PinTarget> targets)
    {
        var theirs = targets.FindAll(target => target is { PinId: null, PinterestPinId: not null });
        if (theirs.Count == 0) return targets;

        var ours = pins.IdsOf(theirs[0].Account!.Id, theirs.ConvertAll(target => target.PinterestPinId!));
        return targets.ConvertAll(
            target => target.PinId is null && target.PinterestPinId is { } id && ours.TryGetValue(id, out var pin)
                ? target with { PinId = pin.Id, AdAccountId = pin.AdAccountId }
                : target);
    }

    private PinTarget FindOrNot(Caller caller, string id, string? accountId)
    {
        try
        {
            return Find(caller, id, accountId);
        }
        catch (ProblemException missing) when (missing.Problem.Status == 404)
        {
            return new PinTarget(id, null, null, Measured.AnyPin, DataStatus.NotFound);
        }
    }
}
