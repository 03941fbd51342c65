using System.Text.RegularExpressions;

namespace Connector.Pins;

/// <summary>
/// One query parameter on a pin's link that names the pin: Pinterest returns links unchanged, and has no field for our ids.
/// </summary>
internal static partial class LinkMarker
{
    public const string Parameter = "pin_ref";
    private const int MaxLinkLength = 2048;

    /// <summary>The link as it is sent; unmarked where the marker is off or would make it too long.</summary>
    public static string? Sent(PinRow pin)
    {
        if (pin.LinkUrl is null || !pin.LinkMarker) return pin.LinkUrl;

        var (address, fragment) = pin.LinkUrl.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at
            ? (pin.LinkUrl[..at], pin.LinkUrl[at..])
            : (pin.LinkUrl, "");
        var marked = $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={ValueFor(pin.Id)}{fragment}";
        return marked.Length <= MaxLinkLength ? marked : pin.LinkUrl;
    }

    /// <summary>The marker a link carries, if any.</summary>
    public static string? In(string? link) =>
        link is not null && Shape().Match(link) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The end of the id: its random part, short enough not to disfigure a link.</summary>
    public static string ValueFor(string pinId) => pinId[^13..];

    [GeneratedRegex(@"[?&]pin_ref=([0-9a-z]{13})(?=[&#]|$)")]
    private static partial Regex Shape();
}
