namespace Connector.Webhooks.Deliveries;

/// <summary>What follows from an attempt at a delivery: pure.</summary>
internal static class RetryPlan
{
    // https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md : ten tries in about three days.
    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    // The longest Retry-After that is followed.
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(24);

    // A workflow may run for hours before it reaches its Wait node.
    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(
        250), LongestPoll = TimeSpan.FromMinutes(1), LongestWait = TimeSpan.FromHours(24);
    private const int Doublings = 8;

    private const double Jitter = 0.1;

    /// <param name="tried">What came of it.</param>
    /// <param name="tries">How many tries counted before it.</param>
    /// <param name="random">From 0 to 1; delays grow by up to a tenth with it, so that deliveries that failed together are not tried
    /// together.</param>
    public static DeliveryPlan After(Attempted tried, int tries, double random)
    {
        if (tried.Status is >= 200 and < 300) return new DeliveryPlan(DeliveryOutcome.Delivered);
        if (tried is { IsCallback: true, Status: 409 }) return AfterConflict(tried, tries, random);
        if (tried.Status == 410 && !tried.IsCallback) return new DeliveryPlan(DeliveryOutcome.Gone);
        if (tried.IsCallback && tried.Status is 401 or 404 or 410) return new DeliveryPlan(DeliveryOutcome.GivenUp);
        return Again(tried, tries, random);
    }

    private static DeliveryPlan Again(Attempted tried, int tries, double random)
    {
        if (tries >= Delays.Length) return new DeliveryPlan(DeliveryOutcome.GivenUp);
        var delay = Delays[tries] * (1 + Jitter * random);
        var asked = tried.RetryAfter < LongestAsked ? tried.RetryAfter.Value : tried.RetryAfter is null ? TimeSpan.Zero : LongestAsked;
        return new DeliveryPlan(DeliveryOutcome.Again, asked > delay ? asked : delay, CountsAsTry: true);
    }

    /// <remarks>n8n's Wait node answers 409 while the workflow has not come to it yet, and when it has ended.</remarks>
    private static DeliveryPlan AfterConflict(Attempted tried, int tries, double random)
    {
        if (tried.Answer.Contains("finished", StringComparison.OrdinalIgnoreCase)) return new DeliveryPlan(DeliveryOutcome.GivenUp);
        if (!tried.Answer.Contains("running already", StringComparison.OrdinalIgnoreCase)) return Again(tried, tries, random);
        if (tried.Age > LongestWait) return new DeliveryPlan(DeliveryOutcome.GivenUp);
        var delay = FirstPoll * Math.Pow(2, Math.Min(tried.Number - 1, Doublings));
        return new DeliveryPlan(DeliveryOutcome.Again, delay < LongestPoll ? delay * (1 + Jitter * random) : LongestPoll);
    }
}

/// <summary>
/// An attempt that ended: the answer's status (null without one), how it begins, how long it asked to wait, how old the event is, and the
/// how-manyth attempt it was (from 1).
/// </summary>
internal sealed record Attempted(bool IsCallback, int? Status, string Answer, TimeSpan? RetryAfter, TimeSpan Age, int Number);

internal enum DeliveryOutcome
{
    Delivered,
    Again,
    GivenUp,

    /// <summary>The receiver says that nobody will listen there again.</summary>
    Gone,
}

/// <summary>What to do, and when again.</summary>
internal readonly record struct DeliveryPlan(DeliveryOutcome Outcome, TimeSpan Delay = default, bool CountsAsTry = false);
