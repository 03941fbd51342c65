using System.Globalization;
using Connector.Assets;
using Connector.Http;

namespace Connector.Pins;

/// <summary>Whether a video has a picture at the second that its cover is to be taken from.</summary>
internal static class CoverTime
{
    private const string Name = "video_cover_time", Field = "cover_time_seconds";

    /// <summary>The problem of a second behind the film's end; null when there is none, or its length is not known.</summary>
    public static Problem? ProblemOf(long? second, TimeSpan? length)
    {
        if (second is not > 0 || length is not { } film || second < film.TotalSeconds) return null;
        var detail = string.Create(
            CultureInfo.InvariantCulture, $"is {second}, and the video is over after {film.TotalSeconds:0.#} seconds.");
        return new Problem(
            422, Name, "The video has no such second.", $"{Field} {detail}",
            $"Give a second from 0 to {LastOf(film)}, or leave {Field} out: the first picture is used then.")
        { Errors = new Dictionary<string, string[]> { [Field] = [detail] } };
    }

    public static Problem? ProblemOf(long? second, AssetRow video) =>
        ProblemOf(second, video.DurationMs is { } length ? TimeSpan.FromMilliseconds(length) : null);

    /// <summary>Refuses a second behind the film's end.</summary>
    public static void Ensure(long? second, AssetRow? video)
    {
        if (video is not null && ProblemOf(second, video) is { } problem) throw new ProblemException(problem);
    }

    public static Check Check(long? second, TimeSpan? length) =>
        ProblemOf(second, length) is { } problem ? Http.Check.Failed(Name, problem)
        : length is null ? Http.Check.Skipped(Name, "How long the video is, is not known.")
        : Http.Check.Passed(Name);

    private static long LastOf(TimeSpan film) => Math.Max(0, (long)Math.Ceiling(film.TotalSeconds) - 1);
}
