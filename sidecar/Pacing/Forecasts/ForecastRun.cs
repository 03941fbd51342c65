namespace Connector.Pacing.Forecasts;

/// <summary>
/// Simulates queues together whose accounts share an app's limits, each event in the order of its time, until the first has said all that
/// it is asked.
/// </summary>
internal static class ForecastRun
{
    public static void Run(IReadOnlyList<QueueForecast> queues)
    {
        if (queues is [var only])
        {
            while (!only.IsAnswered && only.NextAt is { } next) only.Advance(next);
            return;
        }

        var events = new PriorityQueue<QueueForecast, DateTimeOffset>();
        foreach (var queue in queues) Schedule(queue);
        while (!queues[0].IsAnswered && events.TryDequeue(out var queue, out var now))
        {
            queue.Advance(now);
            Schedule(queue);
        }

        void Schedule(QueueForecast queue)
        {
            if (queue.NextAt is { } next) events.Enqueue(queue, next);
        }
    }
}
