using System.Globalization;
using Connector.Pinterest.Client;
using static Connector.Pinterest.RateCategory;

namespace Connector.Pinterest;

internal sealed partial class PinterestClient
{
    /// <summary>One pin's numbers, by split key (<c>all</c> without a split); asking an image pin for video metrics is refused.</summary>
    public Task<Dictionary<string, MetricSet>> GetPinAnalyticsAsync(
        PinterestSession session, string pinId, AnalyticsQuery query, CancellationToken cancellation) =>
        ReadAsync<Dictionary<string, MetricSet>>(
            session, PinterestCall.Get(OrgAnalytics, $"{PinPath(pinId)}/analytics", Parameters(query)), cancellation);

    /// <summary>Up to 100 pins at once, by pin id and split key; beta, and pins without numbers are left out.</summary>
    public Task<Dictionary<string, Dictionary<string, MetricSet>>> GetPinsAnalyticsAsync(
        PinterestSession session, IEnumerable<string> pinIds, AnalyticsQuery query, CancellationToken cancellation) =>
        ReadAsync<Dictionary<string, Dictionary<string, MetricSet>>>(
            session,
            PinterestCall.Get(OrgAnalytics, "/pins/analytics", [("pin_ids", string.Join(',', pinIds)), .. Parameters(query)]),
            cancellation);

    /// <summary>The account's numbers, by split key.</summary>
    public Task<Dictionary<string, MetricSet>> GetAccountAnalyticsAsync(
        PinterestSession session, AccountAnalyticsQuery query, CancellationToken cancellation) =>
        ReadAsync<Dictionary<string, MetricSet>>(
            session, PinterestCall.Get(OrgAnalytics, "/user_account/analytics", Parameters(query)), cancellation);

    /// <summary>The best pins; says cheaply how far the numbers reach.</summary>
    public Task<TopPins> GetTopPinsAsync(PinterestSession session, TopPinsQuery query, CancellationToken cancellation) =>
        GetTopAsync("top_pins", session, query, cancellation);

    /// <summary>The best videos, of which other things are counted.</summary>
    public Task<TopPins> GetTopVideosAsync(PinterestSession session, TopPinsQuery query, CancellationToken cancellation) =>
        GetTopAsync("top_video_pins", session, query, cancellation);

    private Task<TopPins> GetTopAsync(string list, PinterestSession session, TopPinsQuery query, CancellationToken cancellation) =>
        ReadAsync<TopPins>(
            session,
            PinterestCall.Get(
                OrgAnalytics,
                $"/user_account/analytics/{list}",
                [
                    .. Parameters(query.Filter),
                    ("sort_by", query.SortBy),
                    ("num_of_pins", query.NumOfPins is { } count ? Number(count) : null),
                    ("created_in_last_n_days", query.CreatedInLastNDays is { } days ? Number(days) : null),
                ]),
            cancellation);

    private static (string Name, string? Value)[] Parameters(AccountAnalyticsQuery query) =>
    [
        .. Parameters(query.Range),
        ("from_claimed_content", query.FromClaimedContent),
        ("pin_format", query.PinFormat),
        ("content_type", query.ContentType),
        ("source", query.Source),
    ];

    private static (string Name, string? Value)[] Parameters(AnalyticsQuery query) =>
    [
        ("start_date", Day(query.StartDate)),
        ("end_date", Day(query.EndDate)),
        ("metric_types", query.MetricTypes is { } types ? string.Join(',', types) : null),
        ("app_types", query.AppTypes),
        ("split_field", query.SplitField),
    ];

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
