using System.Collections.Concurrent;
using Connector.Pinterest;

namespace Connector.Tests.Support;

/// <summary>Refuses nothing and remembers everything.</summary>
internal sealed class CountingMeter : ICallMeter
{
    public ConcurrentQueue<RateCategory> Begun { get; } = [];
    public ConcurrentQueue<(RateCategory Category, RateReading? Reading)> Ended { get; } = [];
    public RateReading? LastReading => Ended.LastOrDefault().Reading;

    public Task BeginAsync(RateCategory category, CancellationToken cancellation)
    {
        Begun.Enqueue(category);
        return Task.CompletedTask;
    }

    public void End(RateCategory category, RateReading? reading) => Ended.Enqueue((category, reading));
}
