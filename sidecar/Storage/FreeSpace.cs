using Connector.Common;
using Microsoft.Extensions.Options;

namespace Connector.Storage;

/// <summary>Keeps a minimum of disk space free, so that queued pins can still be published when the disk fills up.</summary>
internal sealed class FreeSpace(DataDirectory directory, IOptions<StorageOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(1);

    private long _checkedAt = long.MinValue;
    private long _free;

    /// <param name="planned">Bytes that are about to be written beside the database.</param>
    /// <exception cref="StorageUnavailableException">Less than the minimum is free, or would be after these bytes.</exception>
    public void EnsureFreeSpace(long planned = 0)
    {
        var minimum = options.Value.Database.FreeSpaceFloorBytes;
        if (Free() - planned < minimum)
            throw new StorageUnavailableException(
                $"Less than {minimum / 1024 / 1024} MB of disk space is free{(planned > 0 ? " with this file" : "")}. "
                    + "New pins and files are refused until there is more; queued pins are still published.");
    }

    private long Free()
    {
        var now = clock.GetTimestamp();
        if (_checkedAt != long.MinValue && clock.GetElapsedTime(_checkedAt, now) < CacheTime) return _free;
        _free = directory.FreeBytes;
        _checkedAt = now;
        return _free;
    }
}
