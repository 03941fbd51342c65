namespace Connector.Simulator.State;

/// <summary>A registered upload and what came of it; of the file only size and hash are kept.</summary>
internal sealed record SimulatedMedia(string Id, long Number, DateTimeOffset UploadUntil)
{
    public long Bytes { get; init; }
    public string? Sha256 { get; init; }
    public DateTimeOffset? UploadedAt { get; init; }

    /// <summary>When processing ends; never without it.</summary>
    public DateTimeOffset? ProcessedAt { get; init; }

    /// <summary>Processing ends badly.</summary>
    public bool Fails { get; init; }

    public string StatusAt(DateTimeOffset now) =>
        UploadedAt is null ? "registered"
        : !(now >= ProcessedAt) ? "processing"
        : Fails ? "failed"
        : "succeeded";
}

/// <summary>The video of a pin: of which upload, and at what second its cover was taken, if it was.</summary>
internal sealed record SimulatedVideo(string MediaId, int? CoverSecond);
