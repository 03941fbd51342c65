namespace Connector.Publishing.Videos;

/// <summary>A row of <c>videos</c>: how far a pin's video is on its way to Pinterest.</summary>
internal sealed record VideoRow
{
    public string PinId { get; init; } = "";
    public string AccountId { get; init; } = "";
    public string Step { get; init; } = VideoStep.Fetch;
    public DateTimeOffset Since { get; init; }
    public DateTimeOffset DueAt { get; init; }
    public string? AssetId { get; init; }
    public string? MediaId { get; init; }
    public long Registrations { get; init; }
    public long Tries { get; init; }
    public long Failures { get; init; }
}

/// <summary>The steps of a video, as the table knows them.</summary>
internal static class VideoStep
{
    /// <summary>Its bytes are brought here.</summary>
    public const string Fetch = "fetch";

    /// <summary>It is registered at Pinterest and sent there.</summary>
    public const string Upload = "upload";

    /// <summary>Pinterest has it and processes it.</summary>
    public const string Process = "process";
}
