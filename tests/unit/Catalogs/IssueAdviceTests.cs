using Connector.Catalogs.Reading;
using Connector.Pinterest;

namespace Connector.Tests.Catalogs;

public sealed class IssueAdviceTests
{
    [Theory]
    [InlineData("TITLE_MISSING", "Give each product title.")]
    [InlineData("ITEMID_MISSING", "Give each product id.")]
    [InlineData("OPTIONAL_PRODUCT_CATEGORY_MISSING", "Give each product google_product_category.")]
    [InlineData("IMAGE_LINK_LENGTH_TOO_LONG", "Shorten image_link.")]
    [InlineData("AD_IMAGE_19_TAG_REQUIRED", "Fill in ad_image_19_tag as well.")]
    [InlineData("NO_VERIFIED_DOMAIN", "Claim the shop's website: POST /v1/accounts/{id}/websites.")]
    [InlineData("LINE_LEVEL_INTERNAL_ERROR", "Nothing: it is a fault on Pinterest's side, and is tried again within a day.")]
    [InlineData("FETCH_ERROR", "Check that location opens without a login, or with the feed's credentials, from anywhere on the internet.")]
    public void Each_code_says_what_to_do(string code, string advice) => Assert.Equal(advice, IssueAdvice.Of(code));

    [Theory]
    [InlineData("")]
    [InlineData("SOMETHING_NEW")]
    public void A_code_that_is_not_known_says_where_to_look(string code) =>
        Assert.Contains("business hub", IssueAdvice.Of(code), StringComparison.Ordinal);

    [Fact]
    public void An_item_has_a_row_for_each_issue_and_none_for_a_code_that_is_null()
    {
        var rows = FeedIssues.Of(new FeedItemIssues
        {
            ItemId = "A",
            ItemNumber = 0,
            Errors = new() { ["TITLE_MISSING"] = new FeedItemIssue("TITLE", null), ["PRICE_MISSING"] = null },
            Warnings = new() { ["GTIN_INVALID"] = new FeedItemIssue("GTIN", "12") },
        });

        Assert.Equal(
            [("error", "TITLE_MISSING", "title", null), ("warning", "GTIN_INVALID", "gtin", "12")],
            rows.Select(row => (row.Severity, row.Code, row.Attribute, row.Value)));
    }

    [Fact]
    public void A_result_of_which_Pinterest_says_nothing_has_no_findings_and_a_line_all_the_same()
    {
        var run = FeedRuns.Of(new FeedResult { Id = "7" });

        Assert.Empty(run.Findings);
        Assert.Null(run.Products);
        Assert.Equal((run, null), Assert.Single(FeedRuns.Lines([run])));
    }
}
