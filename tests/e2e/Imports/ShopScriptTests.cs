using System.Net;
using System.Text.Json.Nodes;
using Connector.Tests.Support;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Connector.Tests.Imports;

/// <summary>The scripts of the examples, against stand-ins that answer as the shops do.</summary>
public sealed class ShopScriptTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connector-shops-");
    private readonly WireMockServer _shop = WireMockServer.Start();
    private SidecarProcess _sidecar = null!;

    public async ValueTask InitializeAsync() =>
        _sidecar = await SidecarProcess.StartAsync(Path.Combine(_folder.FullName, "data"), settings: WebhookCalls.ToLoopback);

    public async ValueTask DisposeAsync()
    {
        await _sidecar.DisposeAsync();
        _shop.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_Shopify_shop_page_by_page()
    {
        Answer("/products.json", "page", "1", Sample("shopify.json"), "application/json; charset=utf-8");
        Answer("/products.json", "page", "2", """{"products":[]}""", "application/json; charset=utf-8");

        var ran = await RunAsync("shopify", _shop.Url!);

        Assert.True(ran.ExitCode == 0, ran.Error);
        Assert.Contains("1 new, 0 there already, 1 left out, 0 wrong.", ran.Output, StringComparison.Ordinal);
        var pin = Assert.Single(await PinsAsync())!;
        Assert.Equal("Linen cushion | Acme", (string?)pin["title"]);
        Assert.Equal("Washed linen, soft from day one. #gift #livingroom", (string?)pin["description"]);
        Assert.Equal($"{_shop.Url}/products/linen-cushion?utm_source=pinterest", (string?)pin["link_url"]);
        Assert.Contains("/tall.jpg", (string?)pin["media_url"], StringComparison.Ordinal);
        Assert.Equal("Gifts", await BoardOfAsync(pin));
        Assert.Contains("0 new, 1 there already", (await RunAsync("shopify", _shop.Url!)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_WooCommerce_shop_page_by_page()
    {
        const string Store = "/wp-json/wc/store/v1/products";
        Answer(Store, "page", "1", Sample("woocommerce.json"), "application/json; charset=UTF-8");
        Answer(Store, "page", "2", "[]", "application/json; charset=UTF-8");

        var ran = await RunAsync("woocommerce", _shop.Url! + "/");

        Assert.True(ran.ExitCode == 0, ran.Error);
        Assert.Contains("1 new, 0 there already, 1 left out, 0 wrong.", ran.Output, StringComparison.Ordinal);
        var pin = Assert.Single(await PinsAsync())!;
        Assert.Equal(
            ("Oak & brass clock", "Quiet, and easy to read. #livingroom"), ((string?)pin["title"], (string?)pin["description"]));
        Assert.Equal("https://shop.example.com/product/oak-clock/?utm_source=pinterest", (string?)pin["link_url"]);
        Assert.Equal(("OC-1", "Gifts"), ((string?)pin["metadata"]!["product_key"], await BoardOfAsync(pin)));
    }

    [Fact]
    public async Task A_WordPress_blog_of_its_feed()
    {
        Answer("/feed/", null, null, Sample("wordpress.xml"), "application/rss+xml; charset=UTF-8");

        var ran = await RunAsync("wordpress", _shop.Url!);

        Assert.True(ran.ExitCode == 0, ran.Error);
        Assert.Contains("1 new, 0 there already, 1 left out, 0 wrong.", ran.Output, StringComparison.Ordinal);
        var pin = Assert.Single(await PinsAsync())!;
        Assert.Equal("Bread in five minutes – really", (string?)pin["title"]);
        Assert.EndsWith("#recipes #quickbakes", (string?)pin["description"], StringComparison.Ordinal);
        Assert.EndsWith("/bread-683x1024.jpg", (string?)pin["media_url"], StringComparison.Ordinal);
        Assert.Equal("Recipes", await BoardOfAsync(pin));
    }

    [Fact]
    public async Task A_Google_Sheet_by_the_address_of_its_browser_tab()
    {
        // Google sends on to another host, as it does here to another path.
        _shop.Given(Request.Create().WithPath("/spreadsheets/d/abc/export").WithParam("format", "csv").WithParam("gid", "7"))
            .RespondWith(Response.Create().WithStatusCode(HttpStatusCode.TemporaryRedirect).WithHeader("Location", "/export/abc.csv"));
        Answer("/export/abc.csv", null, null, Sample("sheet.csv"), "text/csv");

        var ran = await RunAsync("google-sheet", $"{_shop.Url}/spreadsheets/d/abc/edit?gid=7#gid=7");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("1 new, 0 there already, 0 left out, 1 wrong.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("A row without a picture", ran.Error, StringComparison.Ordinal);
        Assert.Equal("Warm, and glare-free.", (string?)Assert.Single(await PinsAsync())!["description"]);
    }

    [Theory]
    [InlineData("shopify")]
    [InlineData("woocommerce")]
    [InlineData("wordpress")]
    [InlineData("google-sheet")]
    public async Task Without_an_address_and_with_one_that_does_not_answer_it_says_what_to_do(string example)
    {
        var without = await RunAsync(example);
        var wrong = await RunAsync(example, $"{_shop.Url}/spreadsheets/d/none/edit");

        Assert.Equal((2, 2), (without.ExitCode, wrong.ExitCode));
        Assert.Contains("Give", without.Error, StringComparison.Ordinal);
        Assert.Contains("answered 404", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("What to do: Check the address", wrong.Error, StringComparison.Ordinal);
    }

    private void Answer(string path, string? name, string? value, string body, string type)
    {
        var request = Request.Create().WithPath(path);
        if (name is not null) request = request.WithParam(name, value!);
        _shop.Given(request).RespondWith(Response.Create().WithHeader("Content-Type", type).WithBody(body));
    }

    private Task<Ran> RunAsync(string example, params string[] arguments) => Tool.RunAsync(
        "bash", [Repository.Path("examples", example, "import.sh"), .. arguments], new Dictionary<string, string>
        {
            ["CONNECTOR_KEY"] = SidecarProcess.Key,
            ["CONNECTOR_URL"] = _sidecar.Client.BaseAddress!.ToString().TrimEnd('/'),
            ["PAUSE_SECONDS"] = "0.2",
        });

    private async Task<JsonArray> PinsAsync() => (await GetAsync("/v1/pins"))["items"]!.AsArray();

    private async Task<string?> BoardOfAsync(JsonNode pin) => (string?)(await GetAsync($"/v1/boards/{pin["board_id"]}"))["name"];

    private async Task<JsonNode> GetAsync(string path) =>
        JsonNode.Parse(await _sidecar.Client.GetStringAsync(new Uri(path, UriKind.Relative)))!;

    private static string Sample(string name) => File.ReadAllText(Repository.Path("tests", "shared", "shops", name));
}
