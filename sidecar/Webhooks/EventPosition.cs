using System.Text.RegularExpressions;
using Connector.Common;
using Connector.Http;

namespace Connector.Webhooks;

/// <summary>The id of an event as a place in the feed.</summary>
internal sealed partial class EventPosition(EventStore events, TimeProvider clock)
{
    /// <summary>
    /// Checks what a caller gives as the last event it has seen, and returns its place. One older than all that are kept was perhaps
    /// deleted since: the oldest kept one comes next.
    /// </summary>
    /// <remarks>One that the caller does not see is answered like one that there is not: both are times in the feed.</remarks>
    public string? Read(Caller caller, string? id, string field)
    {
        if (id is null) return null;
        if (!Shape().IsMatch(id))
            throw Problems.Invalid(field, "must be the id of an event, the last one you have seen; they start with evt_.");
        if (!events.Has(caller, id) && string.CompareOrdinal(id, RefusedFrom(caller)) >= 0)
            throw Problems.Invalid(field, "is not the id of an event of this workspace. Leave it out to begin anew with the newest.");
        return events.PlaceOf(id);
    }

    // Where no event is kept any more, every id of the past may be that of one; only after an id of the future nothing would ever come.
    // So it is for a key that is limited to accounts, which must not learn which ids of others there are.
    private string RefusedFrom(Caller caller)
    {
        if (caller.AccountIds is not null) return Id.New("evt_", clock.GetUtcNow().AddSeconds(1));
        return events.Oldest(caller.WorkspaceId) ?? Id.New("evt_", clock.GetUtcNow());
    }

    [GeneratedRegex("^evt_[0-9a-z]{26}$")]
    private static partial Regex Shape();
}
