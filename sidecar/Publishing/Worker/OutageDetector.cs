using Polly;
using Polly.CircuitBreaker;

namespace Connector.Publishing.Worker;

/// <summary>Tells an outage from failures at random by the share of an account's attempts that failed lately, counted by Polly.</summary>
internal sealed class OutageDetector
{
    private const double Share = 0.6;

    private readonly ResiliencePipeline<bool> _breakers;

    /// <summary>A busy account is judged by its last minute; one that makes only an attempt a minute, by its last ten.</summary>
    public OutageDetector(TimeProvider clock) => _breakers = new ResiliencePipelineBuilder<bool> { TimeProvider = clock }
        .AddCircuitBreaker(Breaker(TimeSpan.FromMinutes(10), fewest: 10))
        .AddCircuitBreaker(Breaker(TimeSpan.FromMinutes(1), fewest: 15))
        .Build();

    /// <summary>How many failed, and which share of all; null while it is no outage.</summary>
    public (int Count, double Share)? Found { get; private set; }

    /// <summary>Counts an attempt; once an outage is found, nothing more is counted.</summary>
    public void Record(bool failed)
    {
        if (Found is null) _breakers.Execute(static failed => failed, failed);
    }

    private CircuitBreakerStrategyOptions<bool> Breaker(TimeSpan window, int fewest) => new()
    {
        ShouldHandle = static attempt => ValueTask.FromResult(attempt.Outcome.Result),
        FailureRatio = Share,
        MinimumThroughput = fewest,
        SamplingDuration = window,
        BreakDurationGenerator = broken =>
        {
            Found ??= (broken.FailureCount, broken.FailureRate);
            return ValueTask.FromResult(TimeSpan.FromDays(1)); // how it goes on is OutageProbes' affair
        },
    };
}
