using Connector.Imports;

namespace Connector.Sources;

/// <summary>Says what a source is after a change of it.</summary>
internal static class SourceChange
{
    public static SourceRow Of(SourceRow row, UpdateSourceRequest request, string keyId, DateTimeOffset now)
    {
        var isElsewhere = request.Url is not null && request.Url != row.Url;
        var (mapping, board) = (row.Mapping, row.Board);
        if (request.Has(nameof(request.Map))) mapping = WatchedFiles.StoreMapping(request.Map);
        if (request.Has(nameof(request.Board))) board = request.Board;
        var isReadAnew = isElsewhere || mapping != row.Mapping || board != row.Board;
        var isLookedAt = isReadAnew || (request.Paused is false && row.IsPaused) || keyId != row.KeyId;
        var every = request.Has(nameof(request.CheckEverySeconds))
            ? request.CheckEverySeconds ?? CreateSourceRequest.UsualSeconds
            : row.CheckEverySeconds;
        var next = row.LastCheckedAt is { } last && every != row.CheckEverySeconds ? last.AddSeconds(every) : row.NextCheckAt;
        return row with
        {
            KeyId = keyId,
            Url = request.Url ?? row.Url,
            Format = isElsewhere ? null : row.Format,
            MovedTo = isElsewhere ? null : row.MovedTo,
            CheckEverySeconds = every,
            Mapping = mapping,
            Board = board,
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
