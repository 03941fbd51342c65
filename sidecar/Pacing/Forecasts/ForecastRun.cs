namespace Connector.Pacing.Forecasts;

/// <summary>Lanes that share what an app may call, run ahead together.</summary>
internal static class ForecastRun
{
    public static void Run(IReadOnlyList<QueueForecast> lanes)
    {
        if (lanes is [var only])
        {
            while (only.NextAt is { } next) only.Advance(next);
            return;
        }

        var turns = new PriorityQueue<QueueForecast, DateTimeOffset>();
        foreach (var lane in lanes) Queue(lane);
        while (turns.TryDequeue(out var lane, out var now))
        {
            lane.Advance(now);
            Queue(lane);
        }

        void Queue(QueueForecast lane)
        {
            if (lane.NextAt is { } next) turns.Enqueue(lane, next);
        }
    }
}
