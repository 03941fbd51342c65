using Connector.Http;

namespace Connector.Assets;

/// <summary>What was seen of a file that was looked at and not kept.</summary>
internal sealed record SeenFile(IReadOnlyList<Check> Checks)
{
    /// <summary>Width and height in pixels; null when they are not known.</summary>
    public (int Width, int Height)? Size { get; init; }

    /// <summary>Of a video that says how long it is, and was read to its end.</summary>
    public TimeSpan? Duration { get; init; }
}
