using Connector.Boards;

namespace Connector.Pins;

/// <summary>A published pin as it is on Pinterest; read for this answer and not kept.</summary>
public sealed record LivePin
{
    /// <summary>False when Pinterest says that there is no such pin (404); one that it refuses to show is a refusal.</summary>
    public required bool Found { get; init; }

    /// <summary>The pin with Pinterest's own fields; null when it was not found.</summary>
    public LinkedPin? Pin { get; init; }

    /// <summary>Which fields of ours are otherwise there: title, description, alt_text, link_url, board_id and board_section_id.</summary>
    public required IReadOnlyList<string> Differs { get; init; }

    /// <summary>After a change: whether Pinterest shows every new value now; null where nothing was changed.</summary>
    public bool? Took { get; init; }
}
