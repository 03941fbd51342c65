namespace Connector.Tests.Http;

public static partial class BadRequests
{
    private static BadRequest[] Audience =>
    [
        Invalid("keywords of nothing", "/v1/keywords", "terms"),
        Invalid("keywords of commas", "/v1/keywords?terms=,%20,", "terms"),
        Invalid("keywords of 11 terms", $"/v1/keywords?terms={string.Join(',', Enumerable.Range(1, 11))}", "terms"),
        Invalid("keywords of a long term", $"/v1/keywords?terms={new string('x', 101)}", "terms"),
        Invalid("suggestions for two terms", "/v1/keywords?kind=suggested&terms=lamp,table", "terms"),
        Invalid("keywords of a kind that does not exist", "/v1/keywords?kind=best&terms=lamp", "kind"),
        Invalid("11 suggestions", "/v1/keywords?kind=suggested&terms=lamp&limit=11", "limit"),
        Invalid("keywords as XML", "/v1/keywords?terms=lamp&format=xml", "format"),
        Invalid("a report as XML", "/v1/policy/report?format=xml", "format"),
        Invalid("a privacy policy as XML", "/v1/policy/privacy?format=xml", "format"),
        Invalid("trends without a region", "/v1/trends", "region"),
        Invalid("trends of a region that does not exist", "/v1/trends?region=XX", "region"),
        Invalid("trends of a country that is only known with others", "/v1/trends?region=AT", "region"),
        Invalid("trends of a type that does not exist", "/v1/trends?region=US&type=daily", "type"),
        Invalid("trends of an interest that does not exist", "/v1/trends?region=US&interests=art,lamps", "interests"),
        Invalid("trends of a gender that does not exist", "/v1/trends?region=US&genders=unspecified", "genders"),
        Invalid("trends of an age that is no range", "/v1/trends?region=US&ages=30", "ages"),
        Invalid("trends by day", "/v1/trends?region=US&granularity=day", "granularity"),
        Invalid("51 trends", "/v1/trends?region=US&limit=51", "limit"),
        Invalid("trends with 51 words", $"/v1/trends?region=US&words={string.Join(',', Enumerable.Range(1, 51))}", "words"),
        Invalid("topics of a region that only keywords have", "/v1/trends/topics?region=DE", "region"),
        Invalid("topics of an interest that does not exist", "/v1/trends/topics?region=US&interest=lamps", "interest"),
        Invalid("categories of no region", "/v1/trends/product-categories", "region"),
        Invalid("categories of a vertical that does not exist", "/v1/trends/product-categories?region=US&verticals=cars", "verticals"),
        Invalid("categories by clicks", "/v1/trends/product-categories?region=US&engagement=click", "engagement"),
        Invalid("an audience of no ad account", "/v1/audience-insights", "ad_account_id"),
        Invalid("an audience of an ad account by name", "/v1/audience-insights?ad_account_id=lamps", "ad_account_id"),
        Invalid("an audience of 19 digits", $"/v1/audience-insights?ad_account_id={new string('1', 19)}", "ad_account_id"),
        Invalid("an audience that does not exist", "/v1/audience-insights?ad_account_id=54&audience=mine", "audience"),
        Invalid("audiences of no ad account", "/v1/audience-insights/audiences", "ad_account_id"),
        BadRequest.Get("an audience of somebody else's ad account", "/v1/audience-insights?ad_account_id=054", 403, "pinterest_refused"),
        BadRequest.Get("keywords of an account that does not exist", "/v1/keywords?terms=a&account_id=acc_no", 404, "account_not_found"),
        Invalid("top videos by day", "/v1/metrics/top-videos?granularity=day", "granularity"),
        Invalid("top videos by nothing known", "/v1/metrics/top-videos?sort_by=pin_clicks", "sort_by"),
        Invalid("top videos of a metric of pictures", "/v1/metrics/top-videos?metrics=pin_clicks", "metrics"),
        Invalid("top videos of more than 90 days ago", "/v1/metrics/top-videos?start_date=2001-01-01", "start_date"),
        Invalid("51 top videos", "/v1/metrics/top-videos?limit=51", "limit"),
        Invalid("251 websites", "/v1/accounts/{account}/websites?limit=251", "limit"),
        BadRequest.Get("a website cursor of nobody's", "/v1/accounts/{account}/websites?cursor=x", 422, "pinterest_refused"),
        BadRequest.Get("the profile of nobody", "/v1/accounts/acc_no/profile", 404, "account_not_found"),
        BadRequest.Invalid("a claim of no website", "POST /v1/accounts/{account}/websites", "{}", "website"),
        BadRequest.Invalid(
            "a claim by letter", "POST /v1/accounts/{account}/websites", """{"website":"a.example.com","method":"letter"}""", "method"),
        BadRequest.Send(
            "a claim of what is no website", "POST", "/v1/accounts/{account}/websites", """{"website":"lamps"}""", 422,
            "pinterest_refused"),
        BadRequest.Send(
            "a claim of a website without the code", "POST", "/v1/accounts/{account}/websites", """{"website":"shop.invalid"}""", 422,
            "pinterest_refused"),
    ];

    private static BadRequest Invalid(string what, string path, string field) =>
        BadRequest.Get(what, path, 400, "validation_failed", field);
}
