namespace Connector.Accounts;

/// <summary>
/// Why an account does not publish: a code, a sentence that says what to do, and when it tries again by itself (null: somebody must act).
/// </summary>
internal sealed record AccountHold(string Code, string Reason, DateTimeOffset? Until)
{
    /// <summary>Pinterest fails as a whole.</summary>
    public const string OutageCode = "pinterest_unavailable";

    private const string User = "user";

    public static AccountHold ByUser { get; } = new(User, "Held by the user until the account is resumed.", null);

    /// <summary>The user's own words come first.</summary>
    public static AccountHold ByUserFor(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? ByUser : ByUser with { Reason = $"{reason} ({ByUser.Reason})" };

    public static AccountHold? Of(AccountRow? row) =>
        row is { HeldReason: { } reason } ? new(row.HeldCode ?? User, reason, row.HeldUntil) : null;

    /// <summary>A new token ends every hold that Pinterest caused; one that a person asked for stays.</summary>
    public static bool EndsWithNewToken(AccountRow row) => row.HeldCode != User;
}
