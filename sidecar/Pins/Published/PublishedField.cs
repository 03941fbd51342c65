using System.Net;
using Connector.Pinterest;

namespace Connector.Pins.Published;

/// <summary>What Pinterest can change about a published pin: our name of the field, Pinterest's, and both values.</summary>
/// <remarks>https://developers.pinterest.com/docs/api/v5/pins-update/</remarks>
internal sealed record PublishedField(
    string Name, string TheirName, Func<PinRow, string?> Ours, Func<PinterestPin, string?> Theirs, Func<string?, string?, bool> IsSame)
{
    public static readonly IReadOnlyList<PublishedField> All =
    [
        new("title", "title", row => row.Title, pin => pin.Title, IsSameText),
        new("description", "description", row => row.Description, pin => pin.Description, IsSameText),
        new("alt_text", "alt_text", row => row.AltText, pin => pin.AltText, IsSameText),
        new("link_url", "link", LinkMarker.Sent, pin => pin.Link, IsSameLink),
        new("board_id", "board_id", row => row.BoardId, pin => pin.BoardId, string.Equals),
        new("board_section_id", "board_section_id", row => row.BoardSectionId, pin => pin.BoardSectionId, string.Equals),
    ];

    /// <summary>Our names of the fields that Pinterest shows otherwise than they were given.</summary>
    public static IReadOnlyList<string> Differing(PinRow row, PinterestPin pin) =>
        [.. All.Where(field => !field.IsSame(field.Ours(row), field.Theirs(pin))).Select(field => field.Name)];

    private static bool IsSameText(string? ours, string? theirs) => ComparableText.Of(ours) == ComparableText.Of(theirs);

    // Of a link every character counts: whoever changes a campaign's parameter wants to know whether it is there.
    private static bool IsSameLink(string? ours, string? theirs) => Plain(ours) == Plain(theirs);

    private static string Plain(string? link) =>
        Uri.TryCreate(WebUtility.HtmlDecode(link ?? "").Trim(), UriKind.Absolute, out var uri) ? uri.AbsoluteUri : link ?? "";
}
