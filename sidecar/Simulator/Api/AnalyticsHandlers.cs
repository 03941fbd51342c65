using System.Globalization;
using Connector.Simulator.Analytics;
using Connector.Simulator.Server;
using Connector.Simulator.State;

namespace Connector.Simulator.Api;

/// <summary>Numbers about pins and the account: plausible, the same for every call, and as late as Pinterest's.</summary>
internal sealed class AnalyticsHandlers(SimulatorState state, TimeProvider clock)
{
    private static readonly string[] PinMetrics =
    [
        "IMPRESSION", "OUTBOUND_CLICK", "PIN_CLICK", "SAVE", "SAVE_RATE", "TOTAL_COMMENTS", "TOTAL_REACTIONS", "USER_FOLLOW",
        "PROFILE_VISIT",
    ];

    private static readonly string[] AccountMetrics =
    [
        "ENGAGEMENT", "ENGAGEMENT_RATE", "IMPRESSION", "OUTBOUND_CLICK", "OUTBOUND_CLICK_RATE", "PIN_CLICK", "PIN_CLICK_RATE", "SAVE",
        "SAVE_RATE",
    ];

    private static readonly string[] VideoMetrics =
    [
        "IMPRESSION", "SAVE", "OUTBOUND_CLICK", "VIDEO_MRC_VIEW", "VIDEO_AVG_WATCH_TIME", "VIDEO_V50_WATCH_TIME",
        "QUARTILE_95_PERCENT_VIEW", "VIDEO_10S_VIEW", "VIDEO_START",
    ];

    private static readonly string[] SortMetrics = ["ENGAGEMENT", "IMPRESSION", "OUTBOUND_CLICK", "PIN_CLICK", "SAVE"];

    public SimulatorResponse Pin(SimulatedCall call)
    {
        var pin = state.PinOf(call);
        var request = AnalyticsRequest.Read(call, clock.GetUtcNow(), PinMetrics, otherwise: null);
        return new SimulatorResponse(200, AnalyticsSplit.Of(call, ["APP_TYPE"], share => Report(request, [pin], share, CreatedOn(pin))));
    }

    public SimulatorResponse Pins(SimulatedCall call)
    {
        var ids = (call.Query("pin_ids") ?? throw Refusal.Invalid("'pin_ids' is a required property")).Split(',');
        if (ids.Length > 100) throw Refusal.Invalid("constraint: maxItems=100");
        var request = AnalyticsRequest.Read(call, clock.GetUtcNow(), PinMetrics, otherwise: null);
        var pins = ids.Select(id => call.Account.Pins.Find(pin => pin.Id == id) ?? throw Refusal.PinNotFound());

        // A pin that has no numbers yet is left out.
        var reported = pins.Where(pin => CreatedOn(pin) < request.Today).DistinctBy(pin => pin.Id);
        return new SimulatorResponse(200, reported.ToDictionary(pin => pin.Id, pin => new Dictionary<string, object>
        {
            ["all"] = Report(request, [pin], share: 1, CreatedOn(pin)),
        }));
    }

    public SimulatorResponse Account(SimulatedCall call)
    {
        var request = AnalyticsRequest.Read(call, clock.GetUtcNow(), AccountMetrics, AccountMetrics);
        return new SimulatorResponse(200, AnalyticsSplit.Of(
            call, ["APP_TYPE", "OWNED_CONTENT", "SOURCE", "PIN_FORMAT"], share => Report(request, call.Account.Pins, share, since: null)));
    }

    public SimulatorResponse TopPins(SimulatedCall call) => Top(call, SortMetrics, AccountMetrics, _ => true);

    public SimulatorResponse TopVideos(SimulatedCall call) => Top(call, VideoMetrics, VideoMetrics, pin => pin.Video is not null);

    private SimulatorResponse Top(SimulatedCall call, string[] sortable, string[] known, Predicate<SimulatedPin> counts)
    {
        var sortBy = call.OneOf("sort_by", "", sortable);
        var count = call.Number("num_of_pins", otherwise: 10, from: 1, to: 50);
        var newest = call.Number("created_in_last_n_days", otherwise: 0, from: 30, to: 30);
        var request = AnalyticsRequest.Read(call, clock.GetUtcNow(), known, sortable);
        var complete = request.Today.AddDays(-2);
        var best = call.Account.Pins
            .Where(pin => counts(pin))
            .Where(pin => newest == 0 || CreatedOn(pin) >= request.Today.AddDays(-newest))
            .Select(pin => (pin.Id, Total: Sum(request.Days.Where(day => day <= complete), [pin])))
            .OrderByDescending(entry => entry.Total[sortBy])
            .Take(count);
        return new SimulatorResponse(200, new
        {
            DateAvailability = new
            {
                LatestAvailableTimestamp = new DateTimeOffset(complete.AddDays(1), default, TimeSpan.Zero).ToUnixTimeMilliseconds() - 1000,
                IsRealtime = false,
            },
            Pins = best.Select(entry => new
            {
                PinId = entry.Id,
                Metrics = request.Metrics.ToDictionary(metric => metric, metric => entry.Total[metric]),
                DataStatus = request.Metrics.ToDictionary(metric => metric, _ => "READY"),
            }),
            SortBy = sortBy,
        });
    }

    /// <summary>One pin's numbers begin with the pin and have lifetime totals; the account's have neither.</summary>
    private static object Report(AnalyticsRequest request, List<SimulatedPin> pins, double share, DateOnly? since)
    {
        var daily = request.Metrics.Where(metric => !metric.StartsWith("TOTAL_", StringComparison.Ordinal)).ToList();
        var days = request.Days.Select(day => new
        {
            Date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DataStatus = request.StatusOf(day, since),
            Metrics = day < since || day >= request.Today ? [] : Values(daily, Sum([day], pins).Part(share)),
        });
        var summary = Values(daily, Sum(request.Days.Where(day => day < request.Today), pins).Part(share));
        if (since is null) return new { DailyMetrics = days, SummaryMetrics = summary };

        var lifetime = request.Metrics.Except(daily).ToDictionary(
            metric => metric, metric => (int)(Seeded.Share($"{pins[0].Id}/{metric}") * 12));
        return new { DailyMetrics = days, SummaryMetrics = summary, LifetimeMetrics = lifetime };
    }

    private static PinDay Sum(IEnumerable<DateOnly> days, List<SimulatedPin> pins) =>
        days.SelectMany(_ => pins, (day, pin) => PinDay.Of(pin, day)).Aggregate(default(PinDay), (sum, day) => sum + day);

    private static Dictionary<string, double> Values(IEnumerable<string> metrics, PinDay numbers) =>
        metrics.ToDictionary(metric => metric, metric => numbers[metric]);

    private static DateOnly CreatedOn(SimulatedPin pin) => DateOnly.FromDateTime(pin.CreatedAt.UtcDateTime);
}
