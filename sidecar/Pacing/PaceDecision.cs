namespace Connector.Pacing;

/// <summary>May this account act? Yes when <paramref name="Rule"/> is null; otherwise not before that time, because of that rule.</summary>
/// <param name="NotBefore">Now, or later.</param>
/// <param name="Rule">A limit of Pinterest's or a setting of the account's.</param>
/// <param name="Message">The rule in words.</param>
/// <param name="Partition">What the rule counts by itself: a board, a link, a domain; empty when it counts every pin.</param>
internal readonly record struct PaceDecision(DateTimeOffset NotBefore, string? Rule, string? Message, string Partition = "")
{
    public bool IsNow => Rule is null;

    public static PaceDecision Now(DateTimeOffset now) => new(now, null, null);
}
