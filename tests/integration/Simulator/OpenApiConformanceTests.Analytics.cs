using Connector.Pinterest;
using Connector.Tests.Pinterest;

namespace Connector.Tests.Simulator;

/// <content>Analytics of pins and of the account.</content>
public sealed partial class OpenApiConformanceTests
{
    [Fact]
    public async Task Analytics()
    {
        var pin = (await Pinterest.CreatePinAsync(_session, Sample.Pin(_board), default)).PinId;
        _simulator.Clock.Advance(TimeSpan.FromDays(5));
        var today = DateOnly.FromDateTime(_simulator.Clock.GetUtcNow().UtcDateTime);
        AnalyticsQuery query = new(
            today.AddDays(-7), today, ["IMPRESSION", "SAVE", "SAVE_RATE", "OUTBOUND_CLICK", "TOTAL_COMMENTS"])
        { AppTypes = "ALL" };
        AccountAnalyticsQuery account = new(query with { MetricTypes = ["ENGAGEMENT", "SAVE_RATE"] })
        {
            FromClaimedContent = "BOTH",
            PinFormat = "ALL",
            ContentType = "ALL",
            Source = "ALL",
        };

        await Pinterest.GetPinAnalyticsAsync(_session, pin, query, default);
        await Pinterest.GetPinAnalyticsAsync(_session, pin, query with { SplitField = "APP_TYPE" }, default);
        await RefusedAsync(() => Pinterest.GetPinAnalyticsAsync(_session, pin, query with { StartDate = today.AddDays(-91) }, default));
        await Pinterest.GetPinsAnalyticsAsync(_session, [pin, pin], query, default);
        await Pinterest.GetAccountAnalyticsAsync(_session, account, default);
        await Pinterest.GetTopPinsAsync(_session, new TopPinsQuery(account, "SAVE") { NumOfPins = 50, CreatedInLastNDays = 30 }, default);

        AssertConforms(9);
    }
}
