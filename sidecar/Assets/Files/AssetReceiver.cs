using System.Buffers;
using System.Text.Json;
using Connector.Assets.Media;
using Connector.Common;
using Connector.Http;
using Microsoft.Extensions.Options;

namespace Connector.Assets.Files;

/// <summary>Takes files in: streamed to disk, refused as soon as that can be known, kept when Pinterest would take them.</summary>
internal sealed class AssetReceiver(
    AssetStore assets, ArrivingFiles arriving, AssetQuota quota, ImageConverter converter, IOptions<AssetOptions> options,
    TimeProvider clock)
{
    private const int PieceBytes = 128 * 1024;

    /// <summary>Writes a file to disk as it comes, under a temporary name.</summary>
    /// <param name="source">Its bytes.</param>
    /// <param name="length">How many it says there will be.</param>
    /// <param name="field">Where in the request it is.</param>
    /// <param name="converts">Whether a picture that Pinterest does not take may become one that it takes.</param>
    /// <param name="cancellation">The caller has gone away.</param>
    /// <param name="needed">The kind that is needed; null for any.</param>
    public async Task<IncomingFile> ReceiveAsync(
        Stream source, long? length, string field, bool converts, CancellationToken cancellation, string? needed = null)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            // First what is wrong with the file: waiting for space would not help one that is refused anyway.
            var read = await source.ReadAtLeastAsync(piece, Signatures.Enough, throwOnEndOfStream: false, cancellation);
            var kind = KindOf(piece.AsSpan(0, read), length, field, converts, needed);
            var used = quota.Used();
            quota.EnsureSpace(used, length ?? 0);
            return await WriteAsync(source, piece, read, (kind, converter.LimitOf(kind, converts)), used, field, cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    /// <summary>Refuses a file by its first bytes, and by how long it says it is.</summary>
    public async Task EnsureBeginningAsync(
        Stream source, long? length, string field, bool converts, CancellationToken cancellation, string? needed = null)
    {
        var start = new byte[Signatures.Enough];
        var read = await source.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        KindOf(start.AsSpan(0, read), length, field, converts, needed);
    }

    /// <summary>Checks a file that is whole; a picture that Pinterest does not take becomes another in its place.</summary>
    public async Task<CheckedImage> CheckAsync(IncomingFile arrival, bool converts, CancellationToken cancellation)
    {
        var image = await converter.CheckAsync(arrival.Path, arrival.ReadFacts(), converts, cancellation);
        if (image.Converted is { } path) arrival.Replace(path);
        return image;
    }

    /// <summary>Checks a file that is whole, and keeps it.</summary>
    public async Task<(AssetRow Row, bool IsNew)> KeepAsync(
        AssetOwner owner, IncomingFile arrival, bool converts, CancellationToken cancellation)
    {
        // What was converted before is not converted again: its file would be another after an update of the image library.
        if (converter.WouldConvert(arrival.ReadFacts(), converts)
            && await assets.AddKnownAsync(Row(owner, arrival), cancellation) is { } known) return known;

        var (facts, checks, _) = await CheckAsync(arrival, converts, cancellation);
        if (checks.FirstOrDefault(check => check.HasFailed) is { } failed) throw AssetProblems.Refused(failed, arrival.Field);

        var row = Row(owner, arrival) with
        {
            Kind = facts.Format.Kind!,
            ContentType = facts.Format.ContentType!,
            Bytes = facts.Bytes,
            Width = facts.Width!.Value,
            Height = facts.Height!.Value,
            DurationMs = (long?)facts.Duration?.TotalMilliseconds,
            Checks = JsonSerializer.Serialize(checks, Json.Options),
        };
        return await assets.AddAsync(row, arrival, cancellation);
    }

    private AssetRow Row(AssetOwner owner, IncomingFile arrival)
    {
        var now = clock.GetUtcNow();
        return new AssetRow
        {
            Id = Id.New("ast_", now),
            WorkspaceId = owner.WorkspaceId,
            AccountIds = owner.AccountIds,
            Sha256 = arrival.Sha256,
            CreatedAt = now,
            KeepMs = (long)options.Value.Retention.TotalMilliseconds,
            ExpiresAt = now + options.Value.Retention,
        };
    }

    private async Task<IncomingFile> WriteAsync(
        Stream source, byte[] piece, int read, (string Kind, long Most) limit, long used, string field, CancellationToken cancellation)
    {
        var arrival = new IncomingFile(arriving, quota, field);
        try
        {
            for (; read > 0; read = await source.ReadAsync(piece, cancellation))
            {
                if (arrival.Bytes + read > limit.Most)
                    throw AssetProblems.Refused(MediaChecks.TooLarge(limit.Kind, limit.Most), field);
                quota.EnsureSpace(used, read);
                await arrival.WriteAsync(piece.AsMemory(0, read), cancellation);
            }

            return arrival;
        }
        catch
        {
            arrival.Dispose();
            throw;
        }
    }

    /// <summary>Refuses by the first bytes, before the rest of a large file is sent.</summary>
    private string KindOf(ReadOnlySpan<byte> start, long? length, string field, bool converts, string? needed)
    {
        var facts = new MediaFacts(Signatures.FormatOf(start[..Math.Min(start.Length, Signatures.Enough)]), start.Length);
        if (converter.Refuses(facts, converts) is { } refused)
            // That a picture could be converted is of no use where a video is needed.
            throw AssetProblems.Refused(
                needed == MediaKind.Video && facts.Format.Kind == MediaKind.Image ? MediaChecks.OtherKind(MediaKind.Image, field) : refused,
                field);
        var most = converter.LimitOf(facts.Format.Kind!, converts);
        return length > most ? throw AssetProblems.Refused(MediaChecks.TooLarge(facts.Format.Kind!, most), field) : facts.Format.Kind!;
    }
}
