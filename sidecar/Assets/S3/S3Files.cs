using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Amazon.S3;
using Amazon.S3.Model;
using Connector.Assets.Files;

namespace Connector.Assets.S3;

/// <summary>Files in a store that speaks S3, which every replica reaches.</summary>
internal sealed partial class S3Files(S3Client store) : AssetFiles
{
    // Others wait while it is asked for.
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(10);

    public override bool KeepsAtOnce => false;

    public override Task KeepAsync(string path, string sha256, CancellationToken cancellation) =>
        store.AskAsync(client => S3Upload.SendAsync(client, store.Bucket, KeyOf(sha256), path, cancellation), cancellation);

    public override async Task<Stream?> OpenReadAsync(string sha256, CancellationToken cancellation) =>
        await LengthAsync(sha256, cancellation) is { } length ? new S3ReadStream(store, KeyOf(sha256), length) : null;

    public override async Task<bool> HoldsAsync(string sha256, long bytes, CancellationToken cancellation) =>
        await LengthAsync(sha256, cancellation) == bytes;

    public override Task DeleteAsync(string sha256, CancellationToken cancellation) =>
        store.AskAsync(client => client.DeleteObjectAsync(store.Bucket, KeyOf(sha256), cancellation), cancellation);

    public override async IAsyncEnumerable<string> KeptBeforeAsync(
        DateTimeOffset time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = new ListObjectsV2Request { BucketName = store.Bucket, Prefix = store.Prefix };
        do
        {
            var page = await store.AskAsync(client => client.ListObjectsV2Async(request, cancellation), cancellation);
            foreach (var each in page.S3Objects ?? [])
            {
                // What has another name is somebody else's.
                var name = each.Key[store.Prefix.Length..];
                if (Hash().IsMatch(name) && each.LastModified?.ToUniversalTime() < time.UtcDateTime) yield return name;
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
    }

    /// <summary>Parts that were sent of files that never became whole: nobody sees them, and they are paid for.</summary>
    public override Task ForgetPartsAsync(DateTimeOffset before, CancellationToken cancellation) => store.AskAsync(async client =>
    {
        foreach (var upload in await UploadsAsync(client, cancellation))
        {
            if (Hash().IsMatch(upload.Key[store.Prefix.Length..]) && upload.Initiated?.ToUniversalTime() < before.UtcDateTime)
                await client.AbortMultipartUploadAsync(store.Bucket, upload.Key, upload.UploadId, cancellation);
        }

        return true;
    }, cancellation);

    /// <summary>Those under way; some stores delete what is left of them by themselves, and cannot be asked.</summary>
    private async Task<List<MultipartUpload>> UploadsAsync(AmazonS3Client client, CancellationToken cancellation)
    {
        try
        {
            var request = new ListMultipartUploadsRequest { BucketName = store.Bucket, Prefix = store.Prefix };
            return (await client.ListMultipartUploadsAsync(request, cancellation)).MultipartUploads ?? [];
        }
        catch (AmazonS3Exception error) when (error.ErrorCode is "NotImplemented" or "MethodNotAllowed")
        {
            return [];
        }
    }

    private Task<long?> LengthAsync(string sha256, CancellationToken cancellation) => store.AskAsync(async client =>
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestLook);
        try
        {
            return (long?)(await client.GetObjectMetadataAsync(store.Bucket, KeyOf(sha256), limit.Token)).ContentLength;
        }
        catch (AmazonS3Exception error) when (S3Errors.IsMissingFile(error))
        {
            return null;
        }
    }, cancellation);

    private string KeyOf(string sha256) => store.Prefix + sha256;

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Hash();
}
