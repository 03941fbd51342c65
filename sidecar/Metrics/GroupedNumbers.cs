using Connector.Accounts;
using Connector.Http;
using Connector.Metrics.Grouped;
using Connector.Metrics.Reading;
using Connector.Metrics.Tables;
using Connector.Pins;

namespace Connector.Metrics;

/// <summary>Reads what an account's newest pins did, by product or template: from Pinterest each time, and nothing is stored.</summary>
internal sealed class GroupedNumbers(AccountChoice accounts, PinOrigins origins, PinMetrics metrics, TimeProvider clock)
{
    /// <summary>As many pins as are asked for in one question.</summary>
    public const int MostPins = 100;

    /// <summary>The numbers of so many days up to yesterday.</summary>
    public Task<GroupTable> ReadAsync(
        Caller caller, string accountId, int days, string by, string sortBy, string? cursor, CancellationToken cancellation)
    {
        var range = DateRange.Last(days, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return ReadAsync(caller, accountId, range, by, sortBy, MostPins, cursor, cancellation);
    }

    /// <param name="caller">Sees only the accounts of its key.</param>
    /// <param name="accountId">The account; null for the only one.</param>
    /// <param name="range">Which days are counted.</param>
    /// <param name="by">One of <see cref="GroupBy"/>.</param>
    /// <param name="sortBy">One of <see cref="GroupOrder"/>.</param>
    /// <param name="limit">How many pins are looked at.</param>
    /// <param name="cursor">Where to go on, as the table before says; null for the newest pins.</param>
    /// <param name="cancellation">Ends it sooner.</param>
    public async Task<GroupTable> ReadAsync(
        Caller caller, string? accountId, DateRange range, string by, string sortBy, int limit, string? cursor,
        CancellationToken cancellation)
    {
        var account = accounts.Of(caller, accountId);
        MetricsProblems.EnsureHasAnalytics(account);
        // One more tells whether there are older ones.
        var found = origins.Newest(account.Id, limit + 1, cursor) ?? throw Problems.Invalid("cursor", "is not a next_cursor of this list.");
        var pins = found.Take(limit).ToList();
        var question = new MetricsRequest(
            range, MetricsRequest.Choose(string.Join(',', GroupOrder.All), Measured.AnyPin, byDay: false), ByDay: false, AsCsv: false);
        var targets = pins.ToDictionary(
            pin => pin,
            pin => new PinTarget(pin.Id, pin.PinterestPinId, account, pin.IsVideo ? Measured.Video : Measured.Image)
            {
                AdAccountId = pin.AdAccountId,
            });
        var (readings, problem) = await metrics.ReadAsync([.. targets.Values], question, cancellation);
        return new GroupTable
        {
            Items = PinGroups.Of(pins, pin => NumbersOf(readings[targets[pin]], question), by == GroupBy.Template, sortBy),
            By = by,
            StartDate = range.Start,
            EndDate = range.End,
            Pins = pins.Count,
            PublishedFrom = pins.Count > 0 ? pins[^1].PublishedAt : null,
            PublishedTo = pins.Count > 0 ? pins[0].PublishedAt : null,
            NextCursor = found.Count > limit ? pins[^1].Id : null,
            Problem = problem is null ? null : MetricsGap.Of(problem),
        };
    }

    private static Dictionary<string, decimal?>? NumbersOf(PinReading reading, MetricsRequest question) =>
        reading.Numbers is null || MetricRows.Of(reading.Numbers, question).Single() is not { } row || DataStatus.IsNever(row.DataStatus)
            ? null
            : row.Numbers.ToDictionary(number => number.Key, number => (decimal?)number.Value);
}
