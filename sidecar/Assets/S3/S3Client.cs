using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Connector.Common;
using Microsoft.Extensions.Options;

namespace Connector.Assets.S3;

/// <summary>The client of the store that the settings name, and what its errors mean.</summary>
internal sealed class S3Client : IDisposable
{
    private readonly S3StoreOptions _options;
    private readonly AmazonS3Client _client;

    public S3Client(IOptions<AssetOptions> options)
    {
        _options = options.Value.S3;
        var config = ConfigOf(_options);
        _client = _options.AccessKey is { Length: > 0 } key
            ? new AmazonS3Client(new BasicAWSCredentials(key, _options.SecretKey), config)
            : new AmazonS3Client(config);
    }

    public string Bucket => _options.Bucket!;

    public string Prefix => _options.Prefix ?? "";

    /// <summary>What a person calls the store.</summary>
    public string Name => $"bucket {Bucket} at {_options.Endpoint?.Authority ?? $"Amazon S3 in {_options.Region}"}";

    /// <summary>Asks the store.</summary>
    /// <exception cref="StorageUnavailableException">It does not do it for now.</exception>
    public async Task<T> AskAsync<T>(Func<AmazonS3Client, Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            return await ask(_client);
        }
        catch (Exception error) when (S3Errors.IsOfStore(error) && !cancellation.IsCancellationRequested)
        {
            throw new StorageUnavailableException($"The file store does not work: {S3Errors.Describe(error, Name)}", error);
        }
    }

    public void Dispose() => _client.Dispose();

    private static AmazonS3Config ConfigOf(S3StoreOptions options)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = options.PathStyle,
            AuthenticationRegion = options.Region,
            // Newer checksums come as trailers, which many stores that speak S3 refuse.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            MaxErrorRetry = 2,
            // Of one request: a part of a large file, at most.
            Timeout = TimeSpan.FromMinutes(5),
        };
        if (options.Endpoint is { } endpoint) config.ServiceURL = endpoint.ToString();
        else config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        return config;
    }
}
