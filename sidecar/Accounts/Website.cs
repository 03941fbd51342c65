using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>A website of an account. Pins that link to a website that is not verified lose what Pinterest reads from its pages.</summary>
/// <param name="Address">Its address, as Pinterest writes it.</param>
/// <param name="Verified">True when Pinterest says that it is the account's; null when Pinterest does not say so. See status.</param>
/// <param name="Status">Pinterest's own word in lower case.</param>
/// <param name="VerifiedAt">Since when, as Pinterest writes it.</param>
public sealed record Website(string Address, bool? Verified, string? Status, string? VerifiedAt)
{
    internal static Website From(UserWebsite website) => new(
        website.Website ?? "",
        IsVerified(website) ? true : null,
        website.Status?.ToLowerInvariant(),
        website.VerifiedAt);

    // Pinterest's description has "success" as its example, and says that verified_at is sometimes missing. It names no other words.
    private static bool IsVerified(UserWebsite website) =>
        website.VerifiedAt is { Length: > 0 } || website.Status?.ToLowerInvariant() is "success" or "verified" or "claimed";
}
