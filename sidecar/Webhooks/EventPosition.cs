using System.Text.RegularExpressions;
using Connector.Common;
using Connector.Http;

namespace Connector.Webhooks;

/// <summary>The id of an event as a position in the feed.</summary>
internal sealed partial class EventPosition(EventStore events, TimeProvider clock)
{
    /// <summary>
    /// Checks what a caller gives as the last event it has seen. One older than all that are kept was perhaps deleted since: the
    /// oldest kept one comes next.
    /// </summary>
    public string? Read(string workspaceId, string? id, string field)
    {
        if (id is null) return null;
        if (!Shape().IsMatch(id))
            throw Problems.Invalid(field, "must be the id of an event, the last one you have seen; they start with evt_.");
        if (!events.Has(workspaceId, id) && string.CompareOrdinal(id, OldestOrNow(workspaceId)) >= 0)
            throw Problems.Invalid(field, "is not the id of an event of this workspace. Leave it out to begin anew with the newest.");
        return id;
    }

    // Where no event is kept any more, every id of the past may be that of one; only after an id of the future nothing would ever come.
    private string OldestOrNow(string workspaceId) => events.Oldest(workspaceId) ?? Id.New("evt_", clock.GetUtcNow());

    [GeneratedRegex("^evt_[0-9a-z]{26}$")]
    private static partial Regex Shape();
}
