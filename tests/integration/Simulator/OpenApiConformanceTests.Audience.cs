using Connector.Pinterest;

namespace Connector.Tests.Simulator;

/// <content>What people search, what an audience is like, and the account's websites.</content>
public sealed partial class OpenApiConformanceTests
{
    [Fact]
    public async Task Words_and_audiences()
    {
        await Pinterest.GetRelatedTermsAsync(_session, ["lamp", "table"], default);
        await Pinterest.GetSuggestedTermsAsync(_session, "lamp", 10, default);
        TrendsQuery keywords = new("DE+AT+CH", "seasonal")
        {
            Interests = ["art", "home_decor"],
            Genders = ["female", "unknown"],
            Ages = ["18-24", "65+"],
            Keywords = ["summer"],
            Together = true,
            Limit = 5,
        };
        await Pinterest.GetTrendingKeywordsAsync(_session, keywords, default);
        await RefusedAsync(() => Pinterest.GetTrendingKeywordsAsync(_session, new TrendsQuery("XX", "daily"), default));
        await Pinterest.GetFeaturedTopicsAsync(_session, "GB+IE", null, default);
        await Pinterest.GetFeaturedTopicsAsync(_session, "CA", "HOME_DECOR", default);
        CategoriesQuery categories = new("US") { Verticals = ["FASHION"], Ages = ["25-34"], Genders = ["MALE"], EngagementType = "SAVE" };
        await Pinterest.GetTrendingCategoriesAsync(_session, categories, default);
        foreach (var type in TrendValues.AudienceTypes) await Pinterest.GetAudienceInsightsAsync(_session, "54", type, default);
        await Pinterest.GetAudiencesAsync(_session, "54", default);
        await RefusedAsync(() => Pinterest.GetAudiencesAsync(_session, "054", default));

        // The region that does not exist is a mistake of the request, which is what it is there for.
        var wrong = Assert.Single(_exchanges, exchange => exchange.Path.Contains("/XX/", StringComparison.Ordinal));
        Assert.NotEmpty(wrong.Mistakes(_description!));
        AssertConforms(14, wrong);
    }

    [Fact]
    public async Task The_account_and_its_websites()
    {
        var today = DateOnly.FromDateTime(_simulator.Clock.GetUtcNow().UtcDateTime);
        await Pinterest.ListBusinessesAsync(_session, default);
        await Pinterest.GetVerificationAsync(_session, default);
        foreach (var website in new[] { "shop.example.com", "https://blog.example.com/", "shop.example.com" })
            await Pinterest.ClaimWebsiteAsync(_session, new WebsiteClaim(website, "METATAG"), default);
        await RefusedAsync(() => Pinterest.ClaimWebsiteAsync(_session, new WebsiteClaim("shop.invalid", "DNSTXT"), default));
        var first = await Pinterest.ListWebsitesAsync(_session, null, 1, default);
        await Pinterest.ListWebsitesAsync(_session, first.Bookmark, 250, default);
        AnalyticsQuery range = new(today.AddDays(-7), today, ["VIDEO_START", "IMPRESSION"]);
        await Pinterest.GetTopVideosAsync(
            _session, new TopPinsQuery(new AccountAnalyticsQuery(range), "VIDEO_MRC_VIEW") { NumOfPins = 5 }, default);

        AssertConforms(11);
    }
}
