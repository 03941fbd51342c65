using Connector.Storage;
using Microsoft.Extensions.Options;

namespace Connector.Assets.Files;

/// <summary>How much room there is for files: what the quota leaves, and the disk.</summary>
internal sealed class AssetQuota(FreeSpace disk, Database database, IOptions<AssetOptions> options)
{
    private long _arriving;

    /// <summary>What files take, each once, however many have it.</summary>
    public long Used() =>
        database.Read(sql => sql.Find<long>("select coalesce(sum(bytes), 0) from (select distinct sha256, bytes from assets) files"));

    public void Reserve(long bytes) => Interlocked.Add(ref _arriving, bytes);

    public void Release(long bytes) => Interlocked.Add(ref _arriving, -bytes);

    /// <summary>Refuses more bytes when they, and what arrives at the same time, would be too many.</summary>
    public void EnsureSpace(long used, long more)
    {
        disk.EnsureFreeSpace(more);
        EnsureQuota(used + Interlocked.Read(ref _arriving) + more);
    }

    /// <summary>Refuses a file that has come when all files together would be too many.</summary>
    public void EnsureQuota(long bytes)
    {
        if (bytes > options.Value.QuotaBytes) throw AssetProblems.QuotaReached(options.Value.QuotaBytes);
    }
}
