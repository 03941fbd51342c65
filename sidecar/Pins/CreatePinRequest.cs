using System.ComponentModel.DataAnnotations;
using Connector.Accounts;
using Connector.Http;
using Connector.Pins.Intake;
using Connector.Pins.Media;
using Connector.Pins.Texts;
using Connector.Seasons;

namespace Connector.Pins;

/// <summary>A pin to publish. Lengths count Unicode code points.</summary>
public sealed record CreatePinRequest : IValidatableObject
{
    /// <summary>The account; may be left out when the workspace has exactly one.</summary>
    [Text(64)]
    public string? AccountId { get; init; }

    /// <summary>Pinterest's board id, digits only. Either this or board.</summary>
    [Pattern(@"^\d{1,32}$", ErrorMessage = "must be Pinterest's numeric board id; give a board's name as board.")]
    public string? BoardId { get; init; }

    /// <summary>A board's id or exact name (in any case); "Board / Section" names a section. Resolved when the pin is accepted.</summary>
    [Text(400, MinimumLength = 1)]
    public string? Board { get; init; }

    /// <summary>Pinterest's section id, digits only.</summary>
    [Pattern(@"^\d{1,32}$", ErrorMessage = "must be Pinterest's numeric section id.")]
    public string? BoardSectionId { get; init; }

    /// <summary>Shown under the image.</summary>
    [Text(100)]
    public string? Title { get => Meant(field); init; }

    /// <summary>Pinterest searches it.</summary>
    [Text(800)]
    public string? Description { get => Meant(field); init; }

    /// <summary>For people who cannot see the image.</summary>
    [Text(500)]
    public string? AltText { get => Meant(field); init; }

    /// <summary>
    /// Decodes HTML entities and removes HTML tags in title, description and alt_text, also those of a carousel's pictures, before
    /// anything else counts; false if left out.
    /// </summary>
    public bool? CleanTexts { get; init; }

    /// <summary>Where a click leads.</summary>
    [WebAddress]
    public string? LinkUrl { get; init; }

    /// <summary>Placeholder colour, #RRGGBB.</summary>
    [Pattern("^#[0-9A-Fa-f]{6}$", ErrorMessage = "must look like #6E7874.")]
    public string? DominantColor { get; init; }

    /// <summary>Pinterest's id of the pin that this one is made from; POST /v1/pinterest/pins/{id}/save saves it as it is.</summary>
    [Pattern(@"^\d{1,32}$", ErrorMessage = "must be Pinterest's numeric pin id.")]
    public string? ParentPinId { get; init; }

    /// <summary>Pinterest's id of the account that is asked for a paid partnership; a closed beta of Pinterest's.</summary>
    [Pattern(@"^\d{1,32}$", ErrorMessage = "must be Pinterest's numeric account id.")]
    public string? SponsorId { get; init; }

    /// <summary>An ad account in which the account has a role: the pin is published in its owner's name.</summary>
    [AdAccountId]
    public string? AdAccountId { get; init; }

    /// <summary>A public address of a JPEG or PNG image; Pinterest fetches it when the pin is published.</summary>
    [WebAddress]
    public string? ImageUrl { get; init; }

    /// <summary>
    /// The bytes of a JPEG or PNG image, at most 20 MB, as base64; a data: prefix is accepted. WebP, AVIF, TIFF and a GIF that does not
    /// move become one, unless the account's convert_images is false.
    /// </summary>
    public string? ImageBase64 { get; init; }

    /// <summary>image/jpeg, image/png or what else it is; must agree with the bytes.</summary>
    [Text(100)]
    public string? ImageContentType { get; init; }

    /// <summary>An image or a video given to POST /v1/assets.</summary>
    [Text(64)]
    public string? AssetId { get; init; }

    /// <summary>
    /// A public address of an MP4, MOV or M4V video; it is fetched, uploaded to Pinterest and processed there before the pin is published,
    /// which takes minutes.
    /// </summary>
    [WebAddress]
    public string? VideoUrl { get; init; }

    /// <summary>2 to 5 pictures.</summary>
    public IReadOnlyList<CarouselSlide>? Carousel
    {
        get => CleanTexts is true ? field?.Select(slide => slide is null ? slide! : slide with { CleanTexts = true }).ToList() : field;
        init;
    }

    /// <summary>A video's cover: a public address of a JPEG or PNG image. Without a cover the video's first picture is used.</summary>
    [WebAddress]
    public string? CoverImageUrl { get; init; }

    /// <summary>A video's cover: an image given to POST /v1/assets.</summary>
    [Text(64)]
    public string? CoverAssetId { get; init; }

    /// <summary>A video's cover: the picture so many whole seconds after its start.</summary>
    [Range(0, 900)]
    public int? CoverTimeSeconds { get; init; }

    /// <summary>
    /// Takes the bytes now instead of when the pin is published. Left out, that is done when the address says that it will have expired by
    /// then; false never does it.
    /// </summary>
    public bool? SnapshotMedia { get; init; }

    /// <summary>Not before this time, which needs an offset; a time in the past means now. At most five years ahead.</summary>
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>
    /// The day of the event that the pin is for, such as 2026-12-25. Without publish_at the pin is not published before its season begins:
    /// lead_days before this day, in the account's time zone. publish_at decides where it is given.
    /// </summary>
    public DateOnly? EventDate { get; init; }

    /// <summary>How many days before event_date the season begins; 75 if left out. People search 60 to 90 days ahead.</summary>
    [Range(1, SeasonWindow.MostLeadDays)]
    public int? LeadDays { get; init; }

    /// <summary>Pins of a higher priority are published first, whatever their age; 0 unless given.</summary>
    [Range(-10, 10)]
    public int Priority { get; init; }

    /// <summary>
    /// The same key with the same request gives the same pin of the account, however often it is sent and with whichever API key; also as
    /// header Idempotency-Key. Another account knows nothing of it: the same key there makes another pin.
    /// </summary>
    [Text(255, MinimumLength = 1), KeepsEmpty]
    public string? IdempotencyKey
    {
        get;
        init
        {
            var isBlank = value is not null && string.IsNullOrWhiteSpace(value);
            (field, HasBlankKey) = (isBlank ? null : value, isBlank);
        }
    }

    /// <summary>Whether a key was given that is blank, and so counts as none.</summary>
    internal bool HasBlankKey { get; init; }

    /// <summary>
    /// Adds the query parameter pin_ref to link_url, by which a pin whose answer was lost is found again exactly; the account's setting if
    /// left out.
    /// </summary>
    public bool? LinkMarker { get; init; }

    /// <summary>Your own keys and values (at most 20, values up to 500 characters), returned as given.</summary>
    public IReadOnlyDictionary<string, string?>? Metadata { get; init; }

    /// <summary>Who or what chose this pin; kept for the audit trail.</summary>
    [Text(200)]
    public string? ChosenBy { get; init; }

    /// <summary>
    /// Receives this pin's final event, signed with the key's callback secret; an n8n Wait node's resume URL fits. Sent again with the same
    /// idempotency key, the last one counts.
    /// </summary>
    [Text(2048)]
    public string? CallbackUrl { get; init; }

    /// <summary>The season that it is for, once its account is known.</summary>
    internal SeasonWindow? Season { get; init; }

    /// <summary>The time that it gets as one of several that are spread over their season.</summary>
    internal DateTimeOffset? SpreadAt { get; init; }

    /// <summary>Whether somebody has to approve it, also where its account does not ask for that.</summary>
    internal bool AwaitsApproval { get; init; }

    /// <summary>Not before this time: as its caller says, or else as its season does; null for now.</summary>
    internal DateTimeOffset? WantedAt => PublishAt ?? SpreadAt ?? Season?.From;

    /// <summary>When the pin may be published: at its time, or now.</summary>
    internal DateTimeOffset NotBefore(DateTimeOffset now) => WantedAt > now ? WantedAt.Value : now;

    private string? Meant(string? text) => CleanTexts is true && text is not null ? Markup.Clean(text) : text;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BoardId is null && Board is null)
            yield return new("is needed: give board_id, or board with a board's name.", [nameof(BoardId)]);
        if (BoardId is not null && Board is not null) yield return new("must be left out when board_id is given.", [nameof(Board)]);
        foreach (var wrong in MediaRules.Check(this)) yield return wrong;
        if (SeasonRules.Check(EventDate, LeadDays) is { } missing) yield return missing;
        if (MetadataRules.Check(Metadata) is { } problem) yield return new(problem, [nameof(Metadata)]);
    }
}
