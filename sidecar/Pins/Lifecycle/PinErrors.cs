namespace Connector.Pins.Lifecycle;

/// <summary>What is said of pins whose outcome was not told by Pinterest.</summary>
internal static class PinErrors
{
    public static readonly PinError NeverCreated = new(
        "pinterest_unavailable", "Pinterest failed every time it was sent, and it is not on the board.",
        "Try again later with POST /v1/pins/{id}/retry.", true);

    private const string LookYourself =
        """Look at the board on Pinterest, then POST /v1/pins/{id}/resolve with {"as":"published","pinterest_pin_id":"…"} """
        + """or {"as":"not_published"}, which """;

    /// <summary>The lookups could not tell.</summary>
    public static PinError Undecided(string reason) => Unknown(reason, "queues it again.");

    /// <summary>Nobody can look any more.</summary>
    public static PinError LookupEnded(string? cause) => Unknown(
        $"{cause} Its account was disconnected before the board could tell whether the pin is there.",
        "cancels it, or queues it again if the account has been connected again by then.");

    /// <summary>Pinterest answered with a pin that another of ours is.</summary>
    public static PinError SameAs(string owner, string pinterestPinId) => Unknown(
        $"Pinterest answered that it created the pin {pinterestPinId}, but that is {owner} already, so it is not known what became of this "
            + "one. This happens when the simulator, or a test server, began anew.",
        "queues it again.");

    /// <summary>It is not on Pinterest, and nothing can send it any more.</summary>
    public static PinError NotSentAgain(string? cause) => new(
        "account_not_found",
        $"{cause} It was not published, and its account was disconnected, so it is not sent again.".TrimStart(),
        "Connect the same Pinterest user again with POST /v1/accounts and create a new pin.", false);

    /// <summary>Somebody did not approve it.</summary>
    public static PinError Rejected(string by, string? reason) => new(
        "rejected", reason is null ? $"{by} rejected it." : $"{by} rejected it: {reason}",
        "Create a new pin that mends this, with another idempotency key.", false);

    private static PinError Unknown(string message, string otherwise) =>
        new("outcome_unknown", message.TrimStart(), LookYourself + otherwise, false);
}
