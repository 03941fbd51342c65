using System.ComponentModel.DataAnnotations;

namespace Connector.Publishing.Videos;

/// <summary>How videos are brought to Pinterest: section <c>Connector:Videos</c>.</summary>
internal sealed class VideoOptions
{
    public const string Section = "Connector:Videos";

    /// <summary>How long Pinterest may process a video before it counts as failed. Pinterest names no time; minutes are usual.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan ProcessingPatience { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How long before its time the video of a scheduled pin is uploaded.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Lead { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How many videos of one account are on their way at once; how long Pinterest keeps one that no pin is made of is not known.
    /// </summary>
    [Range(1, 100)]
    public int AtOnce { get; set; } = 5;

    /// <summary>How many of them are fetched or uploaded at once.</summary>
    [Range(1, 20)]
    public int TransfersAtOnce { get; set; } = 2;
}
