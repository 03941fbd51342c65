using Connector.Http;
using Connector.Pins.Checks;

namespace Connector.Pins;

/// <summary>Whether the address of a picture or video is still valid when it is fetched.</summary>
internal static class MediaExpiry
{
    public const string Name = "media_url_expiry";

    /// <summary>Fails when the address expires before the pin may be published; warns when that is to be expected.</summary>
    /// <param name="url">The picture's or video's; null when there is a file.</param>
    /// <param name="notBefore">When the pin may be published.</param>
    /// <param name="expectedAt">When it will probably be published; null when that is not known.</param>
    /// <param name="field">Where in the request the address is.</param>
    public static Check Check(string? url, DateTimeOffset notBefore, DateTimeOffset? expectedAt, string field = "image_url")
    {
        if (ProblemAt(url, notBefore, field) is { } problem) return Http.Check.Failed(Name, problem);
        if (EndOf(url) is not { } end) return Http.Check.Passed(Name);
        if (end > (expectedAt ?? notBefore)) return Http.Check.Passed(Name, $"The address is good until {Rfc3339.Format(end)}.");
        return Http.Check.Warning(
            Name, "media_unreachable",
            $"The address expires at {Rfc3339.Format(end)}; the pin is expected to go at {Rfc3339.Format(expectedAt!.Value)}.",
            "Sign the address for longer, raise the pin's priority, or set snapshot_media so that the bytes are taken now.");
    }

    /// <summary>When an address that is valid now expires; null when that is not known, or it has expired.</summary>
    public static DateTimeOffset? EndAfter(string url, DateTimeOffset now) => EndOf(url) is { } end && end > now ? end : null;

    /// <summary>Refuses a pin whose media address expires before it may be published.</summary>
    public static void EnsureValidAt(string? url, DateTimeOffset notBefore, string field = "image_url")
    {
        if (ProblemAt(url, notBefore, field) is { } problem) throw new ProblemException(problem);
    }

    /// <summary>The problem of an address that has expired by then; null when it has not.</summary>
    public static Problem? ProblemAt(string? url, DateTimeOffset at, string field = "image_url") =>
        EndOf(url) is { } end && end <= at ? Problem(end, at, field) : null;

    private static DateTimeOffset? EndOf(string? url) => url is null ? null : SignedUrl.ExpiresAt(url);

    private static Problem Problem(DateTimeOffset end, DateTimeOffset notBefore, string field) => new(
        422, "media_unreachable", "Nobody could fetch the file.",
        $"The address in {field} expires at {Rfc3339.Format(end)}, and the pin goes at {Rfc3339.Format(notBefore)} at the earliest.",
        "Sign the address for longer, or have the bytes taken while it is good: snapshot_media, image_base64 or POST /v1/assets.")
    { Errors = new Dictionary<string, string[]> { [field] = [$"expires at {Rfc3339.Format(end)}, before the pin goes."] } };
}
