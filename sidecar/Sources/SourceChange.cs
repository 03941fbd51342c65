using Connector.Imports;

namespace Connector.Sources;

/// <summary>Says what a source is after a change of it.</summary>
internal static class SourceChange
{
    public static SourceRow Of(SourceRow row, UpdateSourceRequest request, string keyId, DateTimeOffset now)
    {
        var isElsewhere = request.Url is not null && request.Url != row.Url;
        var isReadAnew = isElsewhere || request.Map is not null || (request.Board is not null && request.Board != row.Board);
        var isLookedAt = isReadAnew || (request.Paused is false && row.IsPaused) || keyId != row.KeyId;
        var every = request.CheckEverySeconds ?? row.CheckEverySeconds;
        var next = row.LastCheckedAt is { } last && every != row.CheckEverySeconds ? last.AddSeconds(every) : row.NextCheckAt;
        return row with
        {
            KeyId = keyId,
            Url = request.Url ?? row.Url,
            Format = isElsewhere ? null : row.Format,
            MovedTo = isElsewhere ? null : row.MovedTo,
            CheckEverySeconds = every,
            Mapping = request.Map is { } map ? WatchedFiles.StoreMapping(map) : row.Mapping,
            Board = request.Board ?? row.Board,
            Paused = request.Paused is { } paused ? (paused ? 1 : 0) : row.Paused,
            AutoApprove = request.AutoApprove is { } auto ? (auto ? 1 : 0) : row.AutoApprove,
            AutoApproveAcceptedBy = request.AutoApprove is null ? row.AutoApproveAcceptedBy : request.AutoApproveAcceptedBy,
            AutoApproveAcceptedAt = request.AutoApprove is { } accepts ? (accepts ? now : null) : row.AutoApproveAcceptedAt,
            // Another map makes other pins of the same file.
            Etag = isReadAnew ? null : row.Etag,
            LastModified = isReadAnew ? null : row.LastModified,
            Sha256 = isReadAnew ? null : row.Sha256,
            NextCheckAt = isLookedAt ? now : next,
            UpdatedAt = now,
        };
    }
}
