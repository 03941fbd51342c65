using Connector.Http;
using Connector.Metrics.Reading;
using Connector.Metrics.Tables;

namespace Connector.Metrics;

/// <summary>What an account's pins did on the last days: read from Pinterest each time, within a time limit.</summary>
internal sealed class Insights(AccountNumbers numbers, TimeProvider clock)
{
    /// <summary>The metrics that are shown, by our names.</summary>
    public static readonly IReadOnlyList<string> Metrics = ["impressions", "saves", "pin_clicks", "outbound_clicks"];

    /// <summary>How long Pinterest may take for all of it.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private const int TopPins = 10;

    /// <param name="caller">Sees only the accounts of its key.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="days">How many days up to yesterday; of 90 Pinterest gives 89.</param>
    /// <param name="metric">One of <see cref="Metrics"/>, by which the best pins are the best.</param>
    /// <param name="cancellation">Ends it sooner.</param>
    public async Task<InsightsReading> ReadAsync(
        Caller caller, string accountId, int days, string metric, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(LongestWait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            var range = DateRange.Last(days, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            var metrics = MetricsRequest.Choose(string.Join(',', Metrics), Measured.Account, byDay: true);
            var byDay = new MetricsRequest(range, metrics, ByDay: true, AsCsv: false);
            var by = Metric.Sortable.First(each => each.Name == metric);
            var daily = numbers.ReadAsync(caller, accountId, byDay, either.Token);
            var top = numbers.TopPinsAsync(caller, accountId, byDay with { ByDay = false }, by, TopPins, either.Token);
            await Task.WhenAll(daily, top).WaitAsync(either.Token);
            return Reading(await daily, await top);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new ProblemException(TooSlow());
        }
    }

    private static InsightsReading Reading(
        (IEnumerable<MetricRow> Rows, DateOnly? CompleteThrough) daily, (IEnumerable<MetricRow> Rows, DateOnly?) top) => new(
        [.. daily.Rows.Select(row => new InsightsDay(row.Date!.Value, row.DataStatus == DataStatus.Ready, NumbersOf(row)))],
        daily.CompleteThrough,
        [.. top.Rows.Select(row => new InsightsPin(row.PinId, row.PinterestPinId ?? "", NumbersOf(row)))]);

    private static Dictionary<string, decimal?> NumbersOf(MetricRow row) =>
        Metrics.ToDictionary(metric => metric, metric => row.Numbers.TryGetValue(metric, out var number) ? (decimal?)number : null);

    /// <summary>Said where Pinterest took longer.</summary>
    public static Problem TooSlow() => new(
        503, "pinterest_unavailable", "Pinterest takes too long.",
        $"Pinterest did not answer within {LongestWait.TotalSeconds:0} seconds, or this account's calls are used up for now.",
        "Load the page again in a minute; fewer days are read faster. Publishing goes on meanwhile.")
    { RetryAfter = TimeSpan.FromMinutes(1) };
}
