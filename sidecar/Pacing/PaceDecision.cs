namespace Connector.Pacing;

/// <summary>May this account act? Yes when <paramref name="Rule"/> is null; otherwise not before that time, because of that rule.</summary>
internal sealed record PaceDecision(DateTimeOffset NotBefore, string? Rule, string? Message)
{
    public bool IsNow => Rule is null;

    public static PaceDecision Now(DateTimeOffset now) => new(now, null, null);
}
