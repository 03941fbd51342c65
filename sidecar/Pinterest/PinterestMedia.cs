using System.Text.Json.Serialization;
using Connector.Pinterest.Media;

namespace Connector.Pinterest;

/// <summary>The body that registers an upload; Pinterest takes only videos this way.</summary>
internal sealed record MediaRegister(string MediaType = "video");

/// <summary>A video that may now be uploaded: where to, and the form fields that must go with it.</summary>
internal sealed record MediaRegistration
{
    public string MediaId { get; init; } = "";
    public string? UploadUrl { get; init; }

    /// <summary>In Pinterest's order, and sent on as they are: they are signed.</summary>
    public OrderedDictionary<string, string> UploadParameters { get; init => field = value ?? []; } = [];

    /// <summary>Until when the upload may begin; null when Pinterest does not say.</summary>
    [JsonIgnore]
    public DateTimeOffset? Deadline => UploadPolicy.DeadlineIn(UploadParameters);

    public override string ToString() => $"registration of media {MediaId}";
}

/// <summary>An upload as Pinterest describes it.</summary>
internal sealed record PinterestMedia
{
    public string MediaId { get; init; } = "";
    public string? Status { get; init; }
}

/// <summary>How far Pinterest is with an uploaded video.</summary>
internal enum MediaStatus
{
    /// <summary>Pinterest knows no such media, or not how it is.</summary>
    Absent,

    /// <summary>Nothing has arrived; if that stays so, the upload was lost.</summary>
    Registered,

    Processing,

    /// <summary>A pin can be made of it.</summary>
    Succeeded,

    /// <summary>Pinterest cannot use the file, and does not say why.</summary>
    Failed,
}
