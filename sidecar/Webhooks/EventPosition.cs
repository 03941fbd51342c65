using System.Text.RegularExpressions;
using Connector.Http;

namespace Connector.Webhooks;

/// <summary>The id of an event as a position in the feed.</summary>
internal static partial class EventPosition
{
    /// <summary>Checks what a caller gives as the last event it has seen.</summary>
    public static string? Read(string? id, string field) =>
        id is null || Shape().IsMatch(id)
            ? id
            : throw Problems.Invalid(field, "must be the id of an event, the last one you have seen; they start with evt_.");

    [GeneratedRegex("^evt_[0-9a-z]{26}$")]
    private static partial Regex Shape();
}
