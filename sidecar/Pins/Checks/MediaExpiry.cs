using Connector.Api;

namespace Connector.Pins;

/// <summary>Whether the address of an image is still good when Pinterest fetches it.</summary>
internal static class MediaExpiry
{
    public const string Name = "media_url_expiry";

    /// <summary>Fails when the address expires before the pin may go; warns when that is to be expected.</summary>
    /// <param name="url">The image's; null when its bytes were sent.</param>
    /// <param name="notBefore">When the pin may go.</param>
    /// <param name="expectedAt">When it probably goes; null when nobody knows.</param>
    public static PinCheck Check(string? url, DateTimeOffset notBefore, DateTimeOffset? expectedAt)
    {
        if (Objection(url, notBefore) is { } objection) return PinCheck.Failed(Name, objection);
        if (EndOf(url) is not { } end) return PinCheck.Passed(Name);
        if (end > (expectedAt ?? notBefore)) return PinCheck.Passed(Name, $"The address is good until {Rfc3339.Format(end)}.");
        return PinCheck.Warning(
            Name, "media_unreachable", $"The image's address expires at {Rfc3339.Format(end)}; the pin is expected to go at {Rfc3339.Format(expectedAt!.Value)}.",
            "Sign the address for longer, raise the pin's priority, or send the bytes as image_base64.");
    }

    /// <summary>Refuses a pin whose image nobody could fetch when its time comes.</summary>
    public static void Demand(string? url, DateTimeOffset notBefore)
    {
        if (Objection(url, notBefore) is { } objection) throw new ProblemException(objection);
    }

    private static Problem? Objection(string? url, DateTimeOffset notBefore) => EndOf(url) is { } end && end <= notBefore ? Problem(end, notBefore) : null;

    private static DateTimeOffset? EndOf(string? url) => url is null ? null : SignedUrl.ExpiresAt(url);

    private static Problem Problem(DateTimeOffset end, DateTimeOffset notBefore) => new(
        422, "media_unreachable", "Pinterest could not fetch the image.", $"The address in image_url expires at {Rfc3339.Format(end)}, and the pin goes at {Rfc3339.Format(notBefore)} at the earliest.",
        "Sign the address for longer, or send the bytes as image_base64.")
    { Errors = new Dictionary<string, string[]> { ["image_url"] = [$"expires at {Rfc3339.Format(end)}, before the pin goes."] } };
}
