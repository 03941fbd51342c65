using Connector.Http;
using Connector.Pins.View;

namespace Connector.Pins;

/// <summary>Lists pins, the newest first; those of accounts that the caller does not see are left out.</summary>
internal sealed class PinList(PinStore pins, PinView view)
{
    /// <param name="caller">Whose key it is.</param>
    /// <param name="call">Which pins, and which page of them.</param>
    /// <param name="query">Holds the filters by metadata.</param>
    public Page<Pin> Read(Caller caller, ListPinsCall call, IQueryCollection query)
    {
        if (call.Cursor?.StartsWith("pin_", StringComparison.Ordinal) == false)
            throw Problems.Invalid("cursor", "is not a next_cursor of this list.");

        var rows = pins.List(PinFilter.Of(caller, query, call), call.Limit, call.Cursor);
        return Page<Pin>.Of(rows, call.Limit, row => row.Id, view.ShowMany());
    }
}
