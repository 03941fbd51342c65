using Connector.Pinterest.Client;
using static Connector.Pinterest.RateCategory;

namespace Connector.Pinterest;

internal sealed partial class PinterestClient
{
    /// <summary>What people also search; Pinterest's words say that terms are separated by commas.</summary>
    public Task<RelatedTerms> GetRelatedTermsAsync(
        PinterestSession session, IEnumerable<string> terms, CancellationToken cancellation) =>
        ReadAsync<RelatedTerms>(
            session, PinterestCall.Get(AdsRead, "/terms/related", ("terms", string.Join(',', terms))), cancellation);

    /// <summary>What people search that begins so.</summary>
    public Task<List<string?>> GetSuggestedTermsAsync(PinterestSession session, string term, int limit, CancellationToken cancellation) =>
        ReadAsync<List<string?>>(
            session, PinterestCall.Get(AdsRead, "/terms/suggested", ("term", term), ("limit", Number(limit))), cancellation);

    /// <summary>What is searched more and more, or most.</summary>
    public Task<TrendingKeywords> GetTrendingKeywordsAsync(PinterestSession session, TrendsQuery query, CancellationToken cancellation) =>
        ReadAsync<TrendingKeywords>(
            session,
            PinterestCall.Get(
                TrendsRead,
                $"/trends/keywords/{Segment(query.Region)}/top/{Segment(query.Type)}",
                [
                    .. Each("interests", query.Interests),
                    .. Each("genders", query.Genders),
                    .. Each("ages", query.Ages),
                    .. Each("include_keywords", query.Keywords),
                    ("normalize_against_group", query.Together ? "true" : null),
                    ("limit", Number(query.Limit)),
                ]),
            cancellation);

    /// <summary>The topics that trend, by interest.</summary>
    public Task<List<FeaturedTopics?>> GetFeaturedTopicsAsync(
        PinterestSession session, string region, string? interest, CancellationToken cancellation) =>
        ReadAsync<List<FeaturedTopics?>>(
            session,
            PinterestCall.Get(TrendsRead, "/trends/topics/featured", ("region", region), ("interest", interest)),
            cancellation);

    /// <summary>The categories of products that grow.</summary>
    public Task<List<TrendingCategory?>> GetTrendingCategoriesAsync(
        PinterestSession session, CategoriesQuery query, CancellationToken cancellation) =>
        ReadAsync<List<TrendingCategory?>>(
            session,
            PinterestCall.Get(
                TrendsRead,
                "/trends/product_categories/trending",
                [
                    ("region", query.Region),
                    .. Each("verticals", query.Verticals),
                    .. Each("ages", query.Ages),
                    .. Each("genders", query.Genders),
                    ("engagement_type", query.EngagementType),
                ]),
            cancellation);

    public Task<AudienceInsights> GetAudienceInsightsAsync(
        PinterestSession session, string adAccountId, string type, CancellationToken cancellation) =>
        ReadAsync<AudienceInsights>(
            session,
            PinterestCall.Get(AdsRead, $"/ad_accounts/{Segment(adAccountId)}/audience_insights", ("audience_insight_type", type)),
            cancellation);

    /// <summary>The audiences that Pinterest knows of the ad account.</summary>
    public Task<AudienceList> GetAudiencesAsync(PinterestSession session, string adAccountId, CancellationToken cancellation) =>
        ReadAsync<AudienceList>(
            session, PinterestCall.Get(AdsRead, $"/ad_accounts/{Segment(adAccountId)}/insights/audiences"), cancellation);

    private static IEnumerable<(string Name, string? Value)> Each(string name, IEnumerable<string> values) =>
        values.Select(value => (name, (string?)value));
}
