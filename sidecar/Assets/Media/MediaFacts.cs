namespace Connector.Assets.Media;

/// <summary>What a file is, by its bytes alone.</summary>
/// <param name="Format">By its first bytes.</param>
/// <param name="Bytes">How many there are.</param>
internal sealed record MediaFacts(MediaFormat Format, long Bytes)
{
    /// <summary>As shown: a picture that says it is turned has been turned.</summary>
    public int? Width { get; init; }

    /// <inheritdoc cref="Width"/>
    public int? Height { get; init; }

    /// <summary>Whether a JPEG has the four colors of print.</summary>
    public bool IsCmyk { get; init; }

    /// <summary>Of a video that says how long it is.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary><c>h264</c>, <c>h265</c>, or the four letters the file has for another.</summary>
    public string? VideoCodec { get; init; }

    /// <summary>Whether a video's index comes before its frames.</summary>
    public bool? IsMoovFirst { get; init; }

    /// <summary>What is wrong with the bytes, as a sentence; null when nothing was seen.</summary>
    public string? Flaw { get; init; }

    public MediaFacts Sized(int width, int height, bool isTurned) =>
        isTurned ? this with { Width = height, Height = width } : this with { Width = width, Height = height };
}
