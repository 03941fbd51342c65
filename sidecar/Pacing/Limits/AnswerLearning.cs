namespace Connector.Pacing.Limits;

/// <summary>Learns rate limits from an answer of Pinterest's.</summary>
internal static class AnswerLearning
{
    /// <summary>Returns the limit of a refusal, which has to be stored; null when the call was accepted.</summary>
    public static LearnedLimit? Learn(AccountPace pace, string category, PaceReading reading, DateTimeOffset now)
    {
        foreach (var (calls, window, name) in reading.Limits)
        {
            foreach (var own in pace.Windows.Where(w => w.Limit.Window == window && IsAbout(w.Limit, name))) own.Lower(calls, now);
        }

        var learned = pace.Learned(category);
        if (reading.Refused) return learned.Refuse(reading.RetryAfter ?? reading.ResetIn, now);

        learned.Accepted();
        if (reading is { Remaining: { } remaining, ResetIn: { } reset }) learned.Tighten(new LearnedLimit(remaining, now + reset), now);
        return null;
    }

    // Names seen are "org_write_app_id_user_id" and "safety_net_app_id_user_id"; without a name the limit is not known.
    private static bool IsAbout(PaceLimit limit, string? name) =>
        name is not null && name.StartsWith(limit.Category ?? "safety_net", StringComparison.Ordinal);
}
