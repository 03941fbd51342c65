using System.ComponentModel.DataAnnotations;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Connector.Http;

/// <summary>How many requests one API key may make of the connector itself.</summary>
internal sealed class RequestLimitOptions
{
    public const string Section = "Connector:RequestLimit";

    /// <summary>Requests a second in the long run, 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int PerSecond { get; set; } = 50;

    /// <summary>Requests at once after a pause, 1 to 1,000,000,000.</summary>
    [Range(1, 1_000_000_000)]
    public int Burst { get; set; } = 1000;

    public static void Configure(RateLimiterOptions limiter, RequestLimitOptions options, RequestShare share)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Caller.Of(http.User) is { } caller
            ? RateLimitPartition.GetTokenBucketLimiter($"{caller.KeyId} {share.Replicas}", _ => options.Bucket(share.Replicas))
            : RateLimitPartition.GetNoLimiter(""));

        limiter.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : TimeSpan.FromSeconds(1);
            var problem = Problems.TooManyRequests(wait);
            // Only what is not an operation has another form for a problem than JSON, and knows it itself.
            return rejected.HttpContext.Request.Path.StartsWithSegments("/v1")
                ? ProblemJson.WriteAsync(rejected.HttpContext, problem)
                : throw new ProblemException(problem);
        };
    }

    /// <summary>One request comes back at a time, so that any number a second is kept exactly.</summary>
    internal TokenBucketRateLimiterOptions Bucket(int replicas = 1) => new()
    {
        TokenLimit = Math.Max(1, Burst / replicas),
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1) * replicas / PerSecond,
    };
}

/// <summary>How many processes share the requests of a key, each of which allows its part of them.</summary>
internal sealed class RequestShare
{
    private volatile int _replicas = 1;

    public int Replicas
    {
        get => _replicas;
        set => _replicas = value;
    }
}
