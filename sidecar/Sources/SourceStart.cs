using Connector.Http;

namespace Connector.Sources;

/// <summary>How far back the first run of a source goes.</summary>
/// <param name="Kind">all, new_only or since.</param>
/// <param name="Since">With since: the time.</param>
internal sealed record SourceStart(string Kind, DateTimeOffset? Since = null)
{
    public const string All = "all", NewOnly = "new_only", OfTime = "since";

    /// <summary>What is said when nobody has said it.</summary>
    public const string Missing = $"is missing. The first run asks how far back it goes: {Choices}.";

    private const string Choices = "all (every item that is there becomes a pin), new_only (only items that appear later do), or a time "
        + "such as 2027-01-31T00:00:00Z (items that say they were published or changed since then do)";

    /// <exception cref="ProblemException">It is none of these.</exception>
    public static SourceStart Parse(string text) => text switch
    {
        All or NewOnly => new SourceStart(text),
        _ when Rfc3339.TryParse(text) is { } since => new SourceStart(OfTime, since),
        _ => throw Problems.Invalid("start", $"is \"{Shown.Cut(text)}\"; it can be {Choices}."),
    };

    /// <summary>As a caller gives it.</summary>
    public string Text => Since is { } since ? Rfc3339.Format(since) : Kind;

    /// <summary>Whether an item that says it is of that time is within reach of the first run; one without a time counts as old.</summary>
    public bool Reaches(DateTimeOffset? datedAt) => Kind == All || (Since is { } since && datedAt >= since);
}
