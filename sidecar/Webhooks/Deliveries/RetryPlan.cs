namespace Connector.Webhooks.Deliveries;

/// <summary>Decides what follows from an attempt at a delivery. Pure.</summary>
internal static class RetryPlan
{
    // https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md : ten tries in about three days.
    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    // The longest Retry-After that is followed.
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(24);

    // A workflow may run for hours before it reaches its Wait node.
    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(250), LongestPoll = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);
    private const int Doublings = 8;

    private const double Jitter = 0.1;

    /// <param name="result">How the attempt ended.</param>
    /// <param name="tries">How many tries were counted before it.</param>
    /// <param name="random">From 0 to 1, the jitter: it makes a delay longer by up to a tenth.</param>
    public static DeliveryPlan After(AttemptResult result, int tries, double random)
    {
        if (result.Status is >= 200 and < 300) return new DeliveryPlan(DeliveryOutcome.Delivered);
        if (result is { IsCallback: true, Status: 409 }) return AfterConflict(result, tries, random);
        if (result.Status == 410 && !result.IsCallback) return new DeliveryPlan(DeliveryOutcome.Gone);
        if (result.IsCallback && result.Status is 401 or 404 or 410) return new DeliveryPlan(DeliveryOutcome.GivenUp);
        return Again(result, tries, random);
    }

    private static DeliveryPlan Again(AttemptResult result, int tries, double random)
    {
        if (tries >= Delays.Length) return new DeliveryPlan(DeliveryOutcome.GivenUp);
        var delay = Delays[tries] * (1 + Jitter * random);
        var asked = result.RetryAfter ?? TimeSpan.Zero;
        if (asked > LongestRetryAfter) asked = LongestRetryAfter;
        return new DeliveryPlan(DeliveryOutcome.Again, asked > delay ? asked : delay, CountsAsTry: true);
    }

    /// <remarks>n8n's Wait node answers 409 while the workflow has not reached it yet, and after the workflow has ended.</remarks>
    private static DeliveryPlan AfterConflict(AttemptResult result, int tries, double random)
    {
        if (result.Answer.Contains("finished", StringComparison.OrdinalIgnoreCase)) return new DeliveryPlan(DeliveryOutcome.GivenUp);
        if (!result.Answer.Contains("running already", StringComparison.OrdinalIgnoreCase)) return Again(result, tries, random);
        if (result.Age > LongestWait) return new DeliveryPlan(DeliveryOutcome.GivenUp);
        var delay = FirstPoll * Math.Pow(2, Math.Min(result.Number - 1, Doublings));
        return new DeliveryPlan(DeliveryOutcome.Again, delay < LongestPoll ? delay * (1 + Jitter * random) : LongestPoll);
    }
}

/// <summary>
/// An attempt that ended: the answer's status (null without an answer), the start of its text, its Retry-After, the event's age, and the
/// attempt's number (from 1).
/// </summary>
internal sealed record AttemptResult(bool IsCallback, int? Status, string Answer, TimeSpan? RetryAfter, TimeSpan Age, int Number);

internal enum DeliveryOutcome
{
    Delivered,
    Again,
    GivenUp,

    /// <summary>The receiver says that the address will never exist again.</summary>
    Gone,
}

/// <summary>What to do next, and after what time.</summary>
internal readonly record struct DeliveryPlan(DeliveryOutcome Outcome, TimeSpan Delay = default, bool CountsAsTry = false);
