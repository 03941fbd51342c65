using System.Globalization;
using Connector.Pacing;
using Connector.Seasons;

namespace Connector.Pins;

/// <summary>A row of <c>pins</c>.</summary>
internal sealed record PinRow
{
    private const string DayForm = "yyyy-MM-dd";

    public string Id { get; init; } = "";
    public string WorkspaceId { get; init; } = "";
    public string AccountId { get; init; } = "";
    public string Status { get; init; } = PinStatus.Queued;
    public string? IdempotencyKey { get; init; }
    public string RequestHash { get; init; } = "";
    public string BoardId { get; init; } = "";
    public string? BoardSectionId { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public string? AltText { get; init; }
    public string? LinkUrl { get; init; }
    public string? LinkDomain { get; init; }
    public bool LinkMarker { get; init; }
    public string? DominantColor { get; init; }
    public string? ParentPinId { get; init; }
    public string? SponsorId { get; init; }
    public string? AdAccountId { get; init; }
    public string MediaType { get; init; } = "image";
    public string? MediaUrl { get; init; }
    public string? AssetId { get; init; }
    public string? Slides { get; init; }
    public string? CoverUrl { get; init; }
    public string? CoverAssetId { get; init; }
    public long? CoverSeconds { get; init; }
    public string? MediaId { get; init; }
    public string? Metadata { get; init; }
    public string? ChosenBy { get; init; }
    public bool NeedsApproval { get; init; }
    public string? ApprovedBy { get; init; }
    public DateTimeOffset? ApprovedAt { get; init; }
    public string? CallbackUrl { get; init; }
    public string? CallbackKeyId { get; init; }
    public DateTimeOffset? PublishAt { get; init; }
    public string? EventDate { get; init; }
    public long? LeadDays { get; init; }
    public DateTimeOffset? SeasonFrom { get; init; }
    public DateTimeOffset? SeasonUntil { get; init; }
    public DateTimeOffset DueAt { get; init; }
    public long Priority { get; init; }
    public DateTimeOffset PlaceAt { get; init; }
    public long AttemptCount { get; init; }
    public long TriesLeft { get; init; }
    public string? AttemptId { get; init; }
    public string? WaitCode { get; init; }
    public string? WaitMessage { get; init; }
    public DateTimeOffset? WaitUntil { get; init; }
    public string? ErrorCode { get; init; }
    public string? ErrorMessage { get; init; }
    public string? ErrorRemediation { get; init; }
    public bool? Retryable { get; init; }
    public string? PinterestPinId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Its video has to be with Pinterest before it can be created.</summary>
    public bool AwaitsVideo => MediaType == PinContent.VideoType && MediaId is null;

    /// <summary>Its season; null when it has none.</summary>
    public SeasonWindow? Season => EventDate is null ? null : new(
        DateOnly.ParseExact(EventDate, DayForm, CultureInfo.InvariantCulture), (int)LeadDays!.Value, SeasonFrom!.Value, SeasonUntil!.Value);

    /// <summary>Not before this time: as its caller says, or else as its season does; null for at once.</summary>
    public DateTimeOffset? WantedAt => PublishAt ?? SeasonFrom;

    /// <summary>What pacing needs to know of it.</summary>
    public PacedPin Paced => new()
    {
        Id = Id,
        BoardId = BoardId,
        LinkUrl = LinkUrl,
        LinkDomain = LinkDomain,
        Priority = Priority,
        PlaceAt = PlaceAt,
        DueAt = DueAt,
    };

    /// <summary>The same for another season, or for none.</summary>
    public PinRow InSeason(SeasonWindow? season) => this with
    {
        EventDate = season?.EventDate.ToString(DayForm, CultureInfo.InvariantCulture),
        LeadDays = season?.LeadDays,
        SeasonFrom = season?.From,
        SeasonUntil = season?.Until,
    };
}

/// <summary>Bytes given with a pin.</summary>
internal sealed record PinImage
{
    public string ContentType { get; init; } = "";
    public byte[] Bytes { get; init; } = [];
}
