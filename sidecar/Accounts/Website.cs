using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>A website of an account. Pins that link to a website that is not verified lose what Pinterest reads from its pages.</summary>
/// <param name="Address">Its address, as Pinterest writes it.</param>
/// <param name="Verified">Whether Pinterest believes that it is the account's; null when Pinterest does not say.</param>
/// <param name="Status">Pinterest's own word in lower case.</param>
/// <param name="VerifiedAt">Since when, as Pinterest writes it.</param>
public sealed record Website(string Address, bool? Verified, string? Status, string? VerifiedAt)
{
    internal static Website From(UserWebsite website) => new(
        website.Website ?? "",
        (website.Status?.ToLowerInvariant()) switch
        {
            "verified" or "claimed" => true,
            null or "" => null,
            _ => false,
        },
        website.Status?.ToLowerInvariant(),
        website.VerifiedAt);
}
