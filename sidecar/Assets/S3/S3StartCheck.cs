using Amazon.S3.Model;
using Connector.Common;

namespace Connector.Assets.S3;

/// <summary>
/// Writes, reads and deletes a small file as the sidecar starts: settings that are wrong end the start, an outage of the store does not.
/// </summary>
internal sealed partial class S3StartCheck(S3Client store, ILogger<S3StartCheck> logger) : IHostedService
{
    // Another one for each start: replicas start at the same time.
    private readonly string _key = $"{store.Prefix}connector-start-check-{Guid.NewGuid():n}";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.AskAsync(async client =>
            {
                await client.ListObjectsV2Async(
                    new ListObjectsV2Request { BucketName = store.Bucket, Prefix = _key, MaxKeys = 1 }, cancellationToken);
                await client.PutObjectAsync(
                    new PutObjectRequest { BucketName = store.Bucket, Key = _key, ContentBody = "ok", UseChunkEncoding = false },
                    cancellationToken);
                using (await client.GetObjectAsync(store.Bucket, _key, cancellationToken))
                {
                }

                await client.DeleteObjectAsync(store.Bucket, _key, cancellationToken);
                return true;
            }, cancellationToken);
        }
        catch (StorageUnavailableException error) when (error.InnerException is { } cause && S3Errors.IsOfSettings(cause))
        {
            throw new CommandException(error.Message, cause);
        }
        catch (StorageUnavailableException error)
        {
            Log.Unreachable(logger, error.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Problem} Files are refused (503) and pins that need one wait until it works again.")]
        public static partial void Unreachable(ILogger logger, string problem);
    }
}
