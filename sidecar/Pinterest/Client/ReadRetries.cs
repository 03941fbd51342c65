using Polly;
using Polly.Retry;

namespace Connector.Pinterest.Client;

/// <summary>A read that failed by accident is tried twice more within a few seconds; a 429 is not an accident.</summary>
internal static class ReadRetries
{
    public static ResiliencePipeline Pipeline(TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<PinterestException>(thrown =>
                    thrown.Failure.Kind is FailureKind.ServerError or FailureKind.NoAnswer or FailureKind.NotSent),
                MaxRetryAttempts = 2,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                MaxDelay = TimeSpan.FromSeconds(4),
                UseJitter = true,
            })
            .Build();
}
