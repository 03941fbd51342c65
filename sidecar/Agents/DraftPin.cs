using System.ComponentModel;
using Connector.Http;
using Connector.Pins;

namespace Connector.Agents;

/// <summary>A pin as a model gives it: the fields that most pins have.</summary>
public record DraftPin
{
    [Description("An id of list_accounts; may be left out when there is only one account.")]
    [Text(64)]
    public string? AccountId { get; init; }

    [Description("A board's id or exact name, from list_boards; \"Board / Section\" names a section.")]
    [Text(400, MinimumLength = 1)]
    public required string Board { get; init; }

    [Description("Shown under the picture.")]
    [Text(100)]
    public string? Title { get; init; }

    [Description("Pinterest searches it: plain sentences about what the picture shows.")]
    [Text(800)]
    public string? Description { get; init; }

    [Description("What the picture shows, for people who cannot see it.")]
    [Text(500)]
    public string? AltText { get; init; }

    [Description("Where a click leads: the page that the picture comes from.")]
    [WebAddress]
    public string? LinkUrl { get; init; }

    [Description("A public address of a JPEG or PNG picture, best 1000 × 1500. One of image_url, video_url and asset_id is needed.")]
    [WebAddress]
    public string? ImageUrl { get; init; }

    [Description("A public address of an MP4, MOV or M4V video.")]
    [WebAddress]
    public string? VideoUrl { get; init; }

    [Description("A video's cover: a public address of a JPEG or PNG picture.")]
    [WebAddress]
    public string? CoverImageUrl { get; init; }

    [Description("A picture or video that was uploaded to the connector before.")]
    [Text(64)]
    public string? AssetId { get; init; }

    [Description("Not before this time, with an offset, such as 2026-12-01T18:00:00Z; at once if left out.")]
    public DateTimeOffset? PublishAt { get; init; }

    [Description("The day of the event that the pin is for, such as 2026-12-25: without publish_at it goes when its season begins.")]
    public DateOnly? EventDate { get; init; }

    [Description("The person who chose this pin; kept for the audit trail.")]
    [Text(200)]
    public string? ChosenBy { get; init; }

    internal CreatePinRequest ToRequest(string? idempotencyKey) => new()
    {
        AccountId = AccountId,
        Board = Board,
        Title = Title,
        Description = Description,
        AltText = AltText,
        LinkUrl = LinkUrl,
        ImageUrl = ImageUrl,
        VideoUrl = VideoUrl,
        CoverImageUrl = CoverImageUrl,
        AssetId = AssetId,
        PublishAt = PublishAt,
        EventDate = EventDate,
        // Not the key's name: another key must be able to repeat the call.
        ChosenBy = ChosenBy ?? "an agent",
        IdempotencyKey = idempotencyKey,
    };
}
