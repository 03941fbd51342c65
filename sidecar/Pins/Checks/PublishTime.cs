using Connector.Http;

namespace Connector.Pins.Checks;

/// <summary>Whether the time a pin is wanted for is likely to be meant.</summary>
internal static class PublishTime
{
    private const string Name = "publish_at", Example = "2026-12-24T18:00:00Z";

    // A day in the past is a list that was sent late; more is a year or a column that was mistaken.
    private static readonly TimeSpan Late = TimeSpan.FromDays(1);

    private const int FarYears = 1, MostYears = 5;

    /// <summary>Failed beyond five years, as the request would be refused.</summary>
    public static Check Check(DateTimeOffset? publishAt, DateTimeOffset now) => publishAt switch
    {
        null => Http.Check.Passed(Name, "The pin goes as soon as its account's pace allows."),
        { } at when at > now.AddYears(MostYears) => Http.Check.Failed(
            Name, "validation_failed", $"publish_at: {Beyond(at, now)}",
            "Give a time within five years, or leave publish_at out to publish now."),
        { } at when at > now.AddYears(FarYears) => Http.Check.Warning(
            Name, "publish_at_far", $"publish_at is {Rfc3339.Format(at)}, more than a year from now.", "Check the year."),
        { } at when at < now - Late => Http.Check.Warning(
            Name, "publish_at_past", $"publish_at is {Rfc3339.Format(at)}, {(int)(now - at).TotalDays} day(s) ago: the pin goes now.",
            "Check the date; leave publish_at out to publish now."),
        _ => Http.Check.Passed(Name),
    };

    /// <exception cref="ProblemException">It is more than five years from now.</exception>
    public static void Ensure(DateTimeOffset? publishAt, DateTimeOffset now, string field = Name)
    {
        if (publishAt is { } at && Check(at, now).HasFailed) throw Problems.Invalid(field, Beyond(at, now));
    }

    private static string Beyond(DateTimeOffset at, DateTimeOffset now) =>
        $"is {Rfc3339.Format(at)}, more than five years from now ({Rfc3339.Format(now)}); give a nearer time, such as {Example}.";
}
