using Connector.Storage;

namespace Connector.Pins.Rows;

/// <summary>
/// The columns that a new pin fills and those that an edit may change: a new field is added here and in <see cref="PinReader"/>.
/// </summary>
internal static class PinColumns
{
    public static readonly PinColumn Id = Text("id", p => p.Id);

    public static readonly IReadOnlyList<PinColumn> All =
    [
        Id,
        Text("workspace_id", p => p.WorkspaceId),
        Text("account_id", p => p.AccountId),
        Text("status", p => p.Status).Editable(),
        Text("idempotency_key", p => p.IdempotencyKey),
        Text("request_hash", p => p.RequestHash),
        Text("board_id", p => p.BoardId).Editable(),
        Text("board_section_id", p => p.BoardSectionId).Editable(),
        Text("title", p => p.Title).Editable(),
        Text("description", p => p.Description).Editable(),
        Text("alt_text", p => p.AltText).Editable(),
        Text("link_url", p => p.LinkUrl).Editable(),
        Text("link_domain", p => p.LinkDomain).Editable(),
        Number("link_marker", p => p.LinkMarker ? 1L : 0L),
        Text("dominant_color", p => p.DominantColor).Editable(),
        Text("parent_pin_id", p => p.ParentPinId),
        Text("sponsor_id", p => p.SponsorId),
        Text("ad_account_id", p => p.AdAccountId),
        Text("media_type", p => p.MediaType),
        Text("media_url", p => p.MediaUrl).Editable(),
        Text("asset_id", p => p.AssetId).Editable(),
        Text("slides", p => p.Slides),
        Text("cover_url", p => p.CoverUrl),
        Text("cover_asset_id", p => p.CoverAssetId),
        Number("cover_seconds", p => p.CoverSeconds),
        Text("metadata", p => p.Metadata).Editable(),
        Text("chosen_by", p => p.ChosenBy),
        Number("needs_approval", p => p.NeedsApproval ? 1L : 0L).Editable(),
        Text("approved_by", p => p.ApprovedBy).Editable(),
        Time("approved_at", p => p.ApprovedAt).Editable(),
        Text("callback_url", p => p.CallbackUrl),
        Text("callback_key_id", p => p.CallbackKeyId),
        Time("publish_at", p => p.PublishAt).Editable(),
        Text("event_date", p => p.EventDate).Editable(),
        Number("lead_days", p => p.LeadDays).Editable(),
        Time("season_from", p => p.SeasonFrom).Editable(),
        Time("season_until", p => p.SeasonUntil).Editable(),
        Time("due_at", p => p.DueAt).Editable(),
        Number("priority", p => p.Priority).Editable(),
        Time("place_at", p => p.PlaceAt).Editable(),
        Number("tries_left", p => p.TriesLeft),
        Text("wait_code", p => p.WaitCode).Editable(),
        Text("wait_message", p => p.WaitMessage).Editable(),
        Time("created_at", p => p.CreatedAt),
        Time("updated_at", p => p.UpdatedAt).Editable(),
    ];

    private static PinColumn Text(string name, Func<PinRow, string?> value) => new(name, (to, row) => to.Bind(value(row)));

    private static PinColumn Number(string name, Func<PinRow, long?> value) => new(name, (to, row) => to.Bind(value(row)));

    private static PinColumn Time(string name, Func<PinRow, DateTimeOffset?> value) => new(name, (to, row) => to.Bind(value(row)));
}

/// <summary>A column of <c>pins</c>, and how its value is bound from a row.</summary>
internal sealed record PinColumn(string Name, Action<Statement, PinRow> Bind)
{
    /// <summary>An edit may change it.</summary>
    public bool IsEditable { get; private init; }

    public PinColumn Editable() => this with { IsEditable = true };
}
