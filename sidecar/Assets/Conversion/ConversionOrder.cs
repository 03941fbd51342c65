namespace Connector.Assets.Conversion;

/// <summary>What the child process is told: one picture, and its limits.</summary>
/// <param name="Source">The file that came.</param>
/// <param name="ContentType">What it is by its first bytes; nothing else is tried.</param>
/// <param name="Target">The file to write.</param>
internal sealed record ConversionOrder(string Source, string ContentType, string Target)
{
    /// <summary>More pixels than these are not decoded.</summary>
    public long MostPixels { get; init; }

    /// <summary>A picture of more pixels becomes smaller.</summary>
    public long Pixels { get; init; }

    /// <summary>A PNG that would be larger becomes a JPEG.</summary>
    public long MostBytes { get; init; }

    public long MemoryBytes { get; init; }

    public int Seconds { get; init; }
}
