using Connector.Imports;
using Connector.Pins;

namespace Connector.Sources.Deciding;

/// <summary>
/// Finds out which fields of a pin an item changes: only those that the item itself says otherwise than before, so that what a person
/// corrected in the pin meanwhile stays.
/// </summary>
internal static class ItemChange
{
    /// <param name="before">The pin that the item asked for before.</param>
    /// <param name="after">The pin that it asks for now.</param>
    /// <param name="awaitsApproval">Whether somebody has to approve it again.</param>
    /// <returns>The edit, or null when there is none; and whether pictures or a video were changed that no edit can replace.</returns>
    public static (EditPinRequest? Edit, bool KeepsMedia) Of(ImportedPin before, ImportedPin after, bool awaitsApproval)
    {
        var none = new EditPinRequest { AwaitsApproval = awaitsApproval };
        var edit = none;
        if (after.Title != before.Title) edit = edit with { Title = after.Title };
        if (after.Description != before.Description) edit = edit with { Description = after.Description };
        if (after.AltText != before.AltText) edit = edit with { AltText = after.AltText };
        if (after.LinkUrl != before.LinkUrl) edit = edit with { LinkUrl = after.LinkUrl };
        if (after.PublishAt != before.PublishAt) edit = edit with { PublishAt = after.PublishAt };
        if (after.EventDate != before.EventDate) edit = edit with { EventDate = after.EventDate };
        if (after.LeadDays != before.LeadDays) edit = edit with { LeadDays = after.LeadDays };
        if (after.Board is { } board && board != before.Board) edit = edit with { Board = board };
        var isPicture = before.ImageUrl is not null && after.ImageUrl is not null;
        if (isPicture && after.ImageUrl != before.ImageUrl) edit = edit with { ImageUrl = after.ImageUrl };
        var hasOtherMedia = !isPicture && (after.ImageUrl != before.ImageUrl
            || after.VideoUrl != before.VideoUrl
            || !(after.Carousel ?? []).SequenceEqual(before.Carousel ?? []));
        return (ReferenceEquals(edit, none) ? null : edit, hasOtherMedia);
    }
}
