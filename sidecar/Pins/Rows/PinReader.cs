using Connector.Storage;

namespace Connector.Pins.Rows;

/// <summary>Reads a pin without the mapper, which takes most of the time of a claim.</summary>
internal static class PinReader
{
    /// <summary>The columns in the order in which <see cref="Read"/> reads them.</summary>
    public const string Columns =
        """
        id, workspace_id, account_id, status, idempotency_key, request_hash, board_id, board_section_id, title, description, alt_text,
        link_url, link_domain, link_marker, dominant_color, media_type, media_url, asset_id, slides, cover_url, cover_asset_id,
        cover_seconds, media_id, metadata, chosen_by, needs_approval, approved_by, approved_at, callback_url, callback_key_id, publish_at,
        event_date, lead_days, season_from, season_until, due_at, priority, place_at, attempt_count, tries_left, attempt_id, wait_code,
        wait_message, wait_until, error_code, error_message, error_remediation, retryable, pinterest_pin_id, created_at, updated_at,
        published_at, parent_pin_id, sponsor_id, ad_account_id
        """;

    private const string ById = $"select {Columns} from pins where id = $1";

    /// <summary>The pin; null when there is none.</summary>
    public static PinRow? Find(Sql sql, string id) => sql.Prepared(ById).Bind(id).Find(Read);

    public static PinRow Read(Statement row)
    {
        var at = 0;
        return new PinRow
        {
            Id = row.Text(at++)!,
            WorkspaceId = row.Text(at++)!,
            AccountId = row.Text(at++)!,
            Status = row.Text(at++)!,
            IdempotencyKey = row.Text(at++),
            RequestHash = row.Text(at++)!,
            BoardId = row.Text(at++)!,
            BoardSectionId = row.Text(at++),
            Title = row.Text(at++),
            Description = row.Text(at++),
            AltText = row.Text(at++),
            LinkUrl = row.Text(at++),
            LinkDomain = row.Text(at++),
            LinkMarker = row.Number(at++) == 1,
            DominantColor = row.Text(at++),
            MediaType = row.Text(at++)!,
            MediaUrl = row.Text(at++),
            AssetId = row.Text(at++),
            Slides = row.Text(at++),
            CoverUrl = row.Text(at++),
            CoverAssetId = row.Text(at++),
            CoverSeconds = row.Number(at++),
            MediaId = row.Text(at++),
            Metadata = row.Text(at++),
            ChosenBy = row.Text(at++),
            NeedsApproval = row.Number(at++) == 1,
            ApprovedBy = row.Text(at++),
            ApprovedAt = row.Time(at++),
            CallbackUrl = row.Text(at++),
            CallbackKeyId = row.Text(at++),
            PublishAt = row.Time(at++),
            EventDate = row.Text(at++),
            LeadDays = row.Number(at++),
            SeasonFrom = row.Time(at++),
            SeasonUntil = row.Time(at++),
            DueAt = row.Time(at++)!.Value,
            Priority = row.Number(at++)!.Value,
            PlaceAt = row.Time(at++)!.Value,
            AttemptCount = row.Number(at++)!.Value,
            TriesLeft = row.Number(at++)!.Value,
            AttemptId = row.Text(at++),
            WaitCode = row.Text(at++),
            WaitMessage = row.Text(at++),
            WaitUntil = row.Time(at++),
            ErrorCode = row.Text(at++),
            ErrorMessage = row.Text(at++),
            ErrorRemediation = row.Text(at++),
            Retryable = row.Number(at++) is { } retryable ? retryable == 1 : null,
            PinterestPinId = row.Text(at++),
            CreatedAt = row.Time(at++)!.Value,
            UpdatedAt = row.Time(at++)!.Value,
            PublishedAt = row.Time(at++),
            ParentPinId = row.Text(at++),
            SponsorId = row.Text(at++),
            AdAccountId = row.Text(at++),
        };
    }
}
