using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Audience;

/// <summary>Answers of Pinterest's in which something is missing, empty, or not as described.</summary>
public sealed class HalfAnswerTests : IAsyncLifetime
{
    private const string Related = "GET /v5/terms/related", Trends = "GET /v5/trends/keywords/US/top/growing";
    private const string Insights = "GET /v5/ad_accounts/54/audience_insights", Topics = "GET /v5/trends/topics/featured";
    private const string Websites = "GET /v5/user_account/websites", Code = "GET /v5/user_account/websites/verification";

    private FakePinterest _pinterest = null!;
    private SidecarApp _app = null!;
    private string _account = "";

    [Theory]
    [InlineData(Related, "keywords?terms=lamp", "{}", "")]
    [InlineData(Related, "keywords?terms=lamp", """{"related_terms_list":null}""", "")]
    [InlineData(Related, "keywords?terms=lamp", """{"related_terms_list":[null,{"term":"lamp","related_terms":null}]}""", "")]
    [InlineData(
        Related, "keywords?terms=lamp", """{"related_terms_list":[{"related_terms":["a",null,"","b"]}],"new":1}""",
        """{"term":"lamp","keyword":"a","rank":1}{"term":"lamp","keyword":"b","rank":2}""")]
    [InlineData(Trends, "trends?region=US", """{"trends":[]}""", "")]
    [InlineData(
        Trends, "trends?region=US", """{"trends":[null,{"pct_growth_wow":3},{"keyword":"a"}]}""",
        """{"rank":1,"keyword":"a","growth_week":null,"growth_month":null,"growth_year":null,"week_ending":null,"volume":null}""")]
    [InlineData(
        Trends, "trends?region=US&granularity=week", """{"trends":[{"keyword":"a","time_series":{"soon":1,"2026-10-25":null}}]}""",
        "{\"rank\":1,\"keyword\":\"a\",\"growth_week\":null,\"growth_month\":null,\"growth_year\":null,"
            + "\"week_ending\":\"2026-10-25\",\"volume\":null}")]
    [InlineData(Trends, "trends?region=US&granularity=week", """{"trends":[{"keyword":"a","time_series":null}]}""", "")]
    [InlineData(Topics, "trends/topics?region=US", """[null,{"interest":"ART","trends":[{"description":"no title"}]}]""", "")]
    [InlineData(Insights, "audience-insights?ad_account_id=54", """{"categories":[],"demographics":null}""", "")]
    [InlineData(
        Insights, "audience-insights?ad_account_id=54", """{"demographics":{"ages":[{"key":"18-24"}],"genders":null}}""",
        """{"group":"age","key":"18-24","name":null,"within":null,"ratio":null,"index":null}""")]
    [InlineData(Websites, "accounts/{id}/websites", """{"items":[{"website":null},{"status":"verified"}],"bookmark":null}""", "")]
    [InlineData(
        Websites, "accounts/{id}/websites", """{"items":[{"website":"a.example","status":"not_claimed"},{"website":"b.example"}]}""",
        "{\"address\":\"a.example\",\"verified\":null,\"status\":\"not_claimed\",\"verified_at\":null}"
            + "{\"address\":\"b.example\",\"verified\":null,\"status\":null,\"verified_at\":null}")]
    [InlineData(
        Websites, "accounts/{id}/websites", """{"items":[{"website":"a.example","status":"success","verified_at":null}]}""",
        """{"address":"a.example","verified":true,"status":"success","verified_at":null}""")]
    [InlineData(
        Websites, "accounts/{id}/websites", """{"items":[{"website":"a.example","status":"NEW","verified_at":"yesterday"}]}""",
        """{"address":"a.example","verified":true,"status":"new","verified_at":"yesterday"}""")]
    public async Task What_is_there_is_passed_on_and_what_is_not_known_is_null(string call, string path, string answer, string rows)
    {
        _pinterest.On(call, _ => (200, Parsed(answer)));

        var table = await _app.GetAsync($"/v1/{path.Replace("{id}", _account, StringComparison.Ordinal)}");

        Assert.Equal(rows, string.Concat(table["items"]!.AsArray().Select(row => row!.ToJsonString())));
    }

    [Theory]
    [InlineData(Related, "keywords?terms=lamp", 200, "[]", 502, "pinterest_unavailable")]
    [InlineData(Code, "accounts/{id}/websites/code", 200, "{}", 502, "pinterest_unavailable")]
    [InlineData(Trends, "trends?region=US", 200, "\"\"", 502, "pinterest_unavailable")]
    [InlineData(Trends, "trends?region=US", 400, """{"code":1,"message":"Invalid"}""", 422, "pinterest_refused")]
    [InlineData(
        Topics, "trends/topics?region=US", 401,
        """{"code":3,"message":"Your application does not have access to this restricted feature."}""",
        403, "capability_unavailable")]
    [InlineData(Insights, "audience-insights?ad_account_id=54", 403, """{"code":29,"message":"No."}""", 403, "pinterest_refused")]
    [InlineData(Insights, "audience-insights?ad_account_id=54", 404, """{"code":404,"message":"None."}""", 404, "not_found")]
    [InlineData(Websites, "accounts/{id}/websites", 429, """{"code":8,"message":"Too many."}""", 429, "rate_limited")]
    public async Task What_cannot_be_used_is_a_problem_that_says_what_to_do(
        string call, string path, int given, string answer, int status, string code)
    {
        _pinterest.On(call, _ => (given, Parsed(answer)));

        var (answered, text) = await _app.Admin.AskAsync(
            HttpMethod.Get, $"/v1/{path.Replace("{id}", _account, StringComparison.Ordinal)}");

        var problem = JsonNode.Parse(text)!;
        Assert.Equal((status, code), (answered, (string?)problem["code"]));
        Assert.True(((string?)problem["remediation"])!.Length > 10);
    }

    /// <summary>A spreadsheet runs a text that begins like a formula.</summary>
    [Fact]
    public async Task A_keyword_that_is_a_formula_does_nothing_in_a_spreadsheet()
    {
        _pinterest.On(Related, _ => (200, new
        {
            related_terms_list = new[] { new { term = "lamp", related_terms = new[] { "=HYPERLINK(1)", "@cmd", "a \"b\"" } } },
        }));

        var csv = await _app.Admin.GetStringAsync("/v1/keywords?terms=lamp&format=csv");

        Assert.Equal("term,keyword,rank\r\nlamp,\"'=HYPERLINK(1)\",1\r\nlamp,\"'@cmd\",2\r\nlamp,\"a \"\"b\"\"\",3\r\n", csv);
    }

    public async ValueTask InitializeAsync()
    {
        _pinterest = await FakePinterest.StartAsync();
        _pinterest.KnowsUser("pina_1", "1", "lamps");
        _app = await SidecarApp.StartAsync(new ManualClock(), null, _pinterest.Settings);
        _account = (string)(await _app.PostAsync("/v1/accounts", new { environment = "production", access_token = "pina_1" }))["id"]!;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _pinterest.DisposeAsync();
        Assert.Empty(_pinterest.Unexpected);
    }

    // What the stand-in writes is what its own reader made of it.
    private static object Parsed(string json) => Newtonsoft.Json.JsonConvert.DeserializeObject(json)!;
}
