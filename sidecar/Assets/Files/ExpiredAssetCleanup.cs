using Connector.Common;

namespace Connector.Assets.Files;

/// <summary>Deletes expired files, and files that a crash left; once an hour.</summary>
internal sealed partial class ExpiredAssetCleanup(
    AssetStore assets, TimeProvider clock, ILogger<ExpiredAssetCleanup> logger)
    : PeriodicWorker(TimeSpan.FromHours(1), clock, logger)
{
    // Younger files may still be arriving: an upload takes minutes.
    private static readonly TimeSpan LeftoverAge = TimeSpan.FromHours(1);

    private const int Batch = 100;

    protected override TimeSpan FirstAfter => TimeSpan.FromMinutes(1);

    public override async Task RunOnceAsync(CancellationToken cancellation)
    {
        try
        {
            while (await assets.ForgetExpiredAsync(Batch, cancellation) == Batch)
            {
            }

            await assets.ForgetLeftoversAsync(Clock.GetUtcNow() - LeftoverAge, cancellation);
        }
        catch (Exception error) when (error is StorageUnavailableException or IOException or UnauthorizedAccessException)
        {
            Log.Postponed(Logger, error.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Expired files were not deleted: {Reason} The next try is in an hour.")]
        public static partial void Postponed(ILogger logger, string reason);
    }
}
