using System.Text.Json;
using Connector.Http;

namespace Connector.Assets;

/// <summary>A file that pins can be made of.</summary>
public sealed record Asset
{
    public required string Id { get; init; }

    /// <summary>image or video.</summary>
    [OneOf(typeof(MediaKind))]
    public required string Kind { get; init; }

    /// <summary>By the file's bytes, whatever its name or sender said; of a picture that was converted, what it became.</summary>
    public required string ContentType { get; init; }

    public required long Bytes { get; init; }

    /// <summary>In pixels, as shown: a photograph taken on its side has been turned.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Of a video that says how long it is.</summary>
    public required double? DurationSeconds { get; init; }

    /// <summary>Of the file as it was given, also when it was converted.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What was checked when it came. A file with a failed check is refused, so these passed or are warnings.</summary>
    public required IReadOnlyList<Check> Checks { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is deleted, unless a pin that is not final yet needs it then.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Whether Pinterest would not have taken the file as it was given.</summary>
    internal bool IsConverted => Checks.Any(check => check.Name == ImageConverter.CheckName);

    internal static Asset From(AssetRow row) => new()
    {
        Id = row.Id,
        Kind = row.Kind,
        ContentType = row.ContentType,
        Bytes = row.Bytes,
        Width = row.Width,
        Height = row.Height,
        DurationSeconds = row.DurationMs / 1000.0,
        Sha256 = row.Sha256,
        Checks = JsonSerializer.Deserialize<List<Check>>(row.Checks, Json.Options)!,
        CreatedAt = row.CreatedAt,
        ExpiresAt = row.ExpiresAt,
    };
}

/// <summary>Whose a file is: it is seen by who sees all of these accounts of the workspace; null for the whole workspace.</summary>
internal sealed record AssetOwner(string WorkspaceId, string? AccountIds)
{
    /// <summary>What a key gives is seen by keys that see the same accounts, or more.</summary>
    public static AssetOwner Of(Caller caller) => new(caller.WorkspaceId, caller.BoundTo);
}

/// <summary>A row of <c>assets</c>.</summary>
internal sealed record AssetRow
{
    public string Id { get; init; } = "";
    public string WorkspaceId { get; init; } = "";

    /// <summary>Who sees all of these accounts sees the file; null for the whole workspace.</summary>
    public string? AccountIds { get; init; }

    public string Sha256 { get; init; } = "";
    public string Kind { get; init; } = "";
    public string ContentType { get; init; } = "";
    public long Bytes { get; init; }
    public int Width { get; init; }
    public int Height { get; init; }
    public long? DurationMs { get; init; }
    public string Checks { get; init; } = "[]";
    public DateTimeOffset CreatedAt { get; init; }
    public long KeepMs { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}
