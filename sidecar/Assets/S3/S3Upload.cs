using Amazon.S3;
using Amazon.S3.Model;

namespace Connector.Assets.S3;

/// <summary>Sends a file from this machine's disk: a small one at once, a large one in parts, of which none is held in memory.</summary>
internal static class S3Upload
{
    // Every part but the last has to have 5 MB, and there may be 10,000 of them.
    public const int PartBytes = 16 * 1024 * 1024;

    public static async Task<bool> SendAsync(AmazonS3Client client, string bucket, string key, string path, CancellationToken cancellation)
    {
        if (new FileInfo(path).Length <= PartBytes)
        {
            var whole = new PutObjectRequest { BucketName = bucket, Key = key, FilePath = path, UseChunkEncoding = false };
            await client.PutObjectAsync(whole, cancellation);
        }
        else
        {
            await SendPartsAsync(client, bucket, key, path, cancellation);
        }

        return true;
    }

    // Nobody sees the file before it is complete.
    private static async Task SendPartsAsync(
        AmazonS3Client client, string bucket, string key, string path, CancellationToken cancellation)
    {
        var id = (await client.InitiateMultipartUploadAsync(bucket, key, cancellation)).UploadId;
        try
        {
            var parts = new List<PartETag>();
            for (long length = new FileInfo(path).Length, at = 0; at < length; at += PartBytes)
            {
                var part = await client.UploadPartAsync(
                    new UploadPartRequest
                    {
                        BucketName = bucket,
                        Key = key,
                        UploadId = id,
                        PartNumber = parts.Count + 1,
                        FilePath = path,
                        FilePosition = at,
                        PartSize = Math.Min(PartBytes, length - at),
                        // As signed chunks some stores do not take it.
                        UseChunkEncoding = false,
                    },
                    cancellation);
                parts.Add(new PartETag(parts.Count + 1, part.ETag));
            }

            await client.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = id, PartETags = parts }, cancellation);
        }
        catch
        {
            await AbortAsync(client, bucket, key, id);
            throw;
        }
    }

    // What is left when this fails too is deleted by the cleanup.
    private static async Task AbortAsync(AmazonS3Client client, string bucket, string key, string id)
    {
        try
        {
            await client.AbortMultipartUploadAsync(bucket, key, id, CancellationToken.None);
        }
        catch (Exception error) when (S3Errors.IsOfStore(error))
        {
        }
    }
}
