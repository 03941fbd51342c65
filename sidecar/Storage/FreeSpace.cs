using Connector.Common;
using Microsoft.Extensions.Options;

namespace Connector.Storage;

/// <summary>Keeps a floor of free disk space, so that what is queued can still be worked when the disk fills up.</summary>
internal sealed class FreeSpace(DataDirectory directory, IOptions<StorageOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(1);

    private long _checkedAt = long.MinValue;
    private long _free;

    /// <param name="more">Bytes that are about to be written beside the database.</param>
    /// <exception cref="StorageUnavailableException">Less than the floor is free, or would be.</exception>
    public void EnsureFreeSpace(long more = 0)
    {
        var floor = options.Value.Database.FreeSpaceFloorBytes;
        if (Free() - more < floor)
            throw new StorageUnavailableException($"Less than {floor / 1024 / 1024} MB of disk space is "
                + $"free{(more > 0 ? " with this file" : "")}. New pins and files are refused until there is more; what is "
                + "queued goes on.");
    }

    private long Free()
    {
        var now = clock.GetTimestamp();
        if (_checkedAt != long.MinValue && clock.GetElapsedTime(_checkedAt, now) < Memory) return _free;
        _free = directory.FreeBytes;
        _checkedAt = now;
        return _free;
    }
}
