using Connector.Common;
using Microsoft.Extensions.Options;

namespace Connector.Storage;

/// <summary>Keeps a minimum of disk space free, so that queued pins can still be published when the disk fills up.</summary>
internal sealed partial class FreeSpace(
    DataDirectory directory, IOptions<StorageOptions> options, TimeProvider clock, ILogger<FreeSpace> logger)
{
    private static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(1);

    private long _checkedAt = long.MinValue;
    private long _free;
    private bool _isLow;

    /// <param name="planned">Bytes that are about to be written beside the database.</param>
    /// <exception cref="StorageUnavailableException">Less than the minimum is free, or would be after these bytes.</exception>
    public void EnsureFreeSpace(long planned = 0)
    {
        // The database is elsewhere then, and only files take room here.
        if (planned == 0 && options.Value.Database.IsPostgres) return;

        var minimum = options.Value.Database.FreeSpaceFloorBytes;
        SayIfChanged(Free() < minimum, minimum);
        if (Free() - planned < minimum)
            throw new StorageUnavailableException(
                $"Less than {minimum / 1024 / 1024} MB of disk space is free{(planned > 0 ? " with this file" : "")}. "
                    + "New pins and files are refused until there is more; queued pins are still published.");
    }

    // Several requests may ask at once; a line too many does no harm.
    private void SayIfChanged(bool isLow, long minimum)
    {
        if (isLow == _isLow) return;

        _isLow = isLow;
        if (isLow) Log.Low(logger, directory.FullPath, minimum / 1024 / 1024);
        else Log.Enough(logger, directory.FullPath, minimum / 1024 / 1024);
    }

    private long Free()
    {
        var now = clock.GetTimestamp();
        if (_checkedAt != long.MinValue && clock.GetElapsedTime(_checkedAt, now) < CacheTime) return _free;
        _free = directory.FreeBytes;
        _checkedAt = now;
        return _free;
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "The disk of {Directory} has less than {Megabytes} MB free: new pins and files are refused (503) until there is more, and "
                + "queued pins are still published. Make room.")]
        public static partial void Low(ILogger logger, string directory, long megabytes);

        [LoggerMessage(
            LogLevel.Information, "The disk of {Directory} has more than {Megabytes} MB free again: new pins and files are taken.")]
        public static partial void Enough(ILogger logger, string directory, long megabytes);
    }
}
