using System.Buffers;
using System.Text.Json;
using Connector.Assets.Media;
using Connector.Common;
using Connector.Http;
using Microsoft.Extensions.Options;

namespace Connector.Assets.Files;

/// <summary>Takes files in: streamed to disk, refused as soon as that can be known, kept when Pinterest would take them.</summary>
internal sealed class AssetReceiver(
    AssetStore assets, AssetFiles files, AssetQuota quota, IOptions<AssetOptions> options, TimeProvider clock)
{
    private const int PieceBytes = 128 * 1024;

    /// <summary>Writes a file to disk as it comes, under a temporary name.</summary>
    /// <param name="source">Its bytes.</param>
    /// <param name="length">How many it says there will be.</param>
    /// <param name="field">Where in the request it is.</param>
    /// <param name="cancellation">The caller has gone away.</param>
    public async Task<IncomingFile> ReceiveAsync(Stream source, long? length, string field, CancellationToken cancellation)
    {
        var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            // First what is wrong with the file: waiting for space would not help one that is refused anyway.
            var read = await source.ReadAtLeastAsync(piece, Signatures.Enough, throwOnEndOfStream: false, cancellation);
            var kind = KindOf(piece.AsSpan(0, read), length, field);
            var used = quota.Used();
            quota.EnsureSpace(used, length ?? 0);
            return await WriteAsync(source, piece, read, kind, used, field, cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    /// <summary>Refuses a file by its first bytes, and by how long it says it is.</summary>
    public async Task EnsureBeginningAsync(Stream source, long? length, string field, CancellationToken cancellation)
    {
        var start = new byte[Signatures.Enough];
        var read = await source.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        KindOf(start.AsSpan(0, read), length, field);
    }

    /// <summary>Checks a file that is whole, and keeps it.</summary>
    public Task<(AssetRow Row, bool IsNew)> KeepAsync(AssetOwner owner, IncomingFile arrival, CancellationToken cancellation)
    {
        var facts = arrival.ReadFacts();
        var checks = MediaChecks.Of(facts, options.Value);
        if (checks.FirstOrDefault(check => check.HasFailed) is { } failed) throw AssetProblems.Refused(failed, arrival.Field);

        var now = clock.GetUtcNow();
        var row = new AssetRow
        {
            Id = Id.New("ast_", now),
            WorkspaceId = owner.WorkspaceId,
            AccountIds = owner.AccountIds,
            Sha256 = arrival.Sha256,
            Kind = facts.Format.Kind!,
            ContentType = facts.Format.ContentType!,
            Bytes = facts.Bytes,
            Width = facts.Width!.Value,
            Height = facts.Height!.Value,
            DurationMs = (long?)facts.Duration?.TotalMilliseconds,
            Checks = JsonSerializer.Serialize(checks, Json.Options),
            CreatedAt = now,
            KeepMs = (long)options.Value.Retention.TotalMilliseconds,
            ExpiresAt = now + options.Value.Retention,
        };
        return assets.AddAsync(row, arrival, cancellation);
    }

    private async Task<IncomingFile> WriteAsync(
        Stream source, byte[] piece, int read, string kind, long used, string field, CancellationToken cancellation)
    {
        var arrival = new IncomingFile(files, quota, field);
        try
        {
            for (; read > 0; read = await source.ReadAsync(piece, cancellation))
            {
                if (arrival.Bytes + read > options.Value.LimitOf(kind))
                    throw AssetProblems.Refused(MediaChecks.TooLarge(kind, options.Value), field);
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
    private string KindOf(ReadOnlySpan<byte> start, long? length, string field)
    {
        var facts = new MediaFacts(Signatures.FormatOf(start[..Math.Min(start.Length, Signatures.Enough)]), start.Length);
        if (MediaChecks.Type(facts) is { HasFailed: true } refused) throw AssetProblems.Refused(refused, field);
        if (length > options.Value.LimitOf(facts.Format.Kind!))
            throw AssetProblems.Refused(MediaChecks.TooLarge(facts.Format.Kind!, options.Value), field);
        return facts.Format.Kind!;
    }
}
