using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Connector.Tests.Assets;
using Connector.Tests.Support;

namespace Connector.Tests.Imports;

public sealed class MappingTests : IAsyncLifetime
{
    private const string Products = """
        sku;Product name;Photo;category;stock_status;price
        1;Brass lamp;https://e.com/1.jpg;Lamps;instock;49,90
        2;Oak table;https://e.com/2.jpg;Tables;instock;499,00
        3;Old lamp;https://e.com/3.jpg;Lamps;outofstock;9,90
        """;

    private static readonly JsonNode Mapping = JsonNode.Parse("""
        {"columns":{"title":"Product name","image":"Photo"},"board":"New in","create_if_missing":true,
         "boards":[{"category":"lamps","board":"Lighting","section":"Table lamps"}],
         "templates":{"title":"{{ title }} for {{ price }}","link":"https://shop.example.com/p/{{ sku }}?utm_source=pinterest"}}
        """)!;

    private SidecarApp _app = null!;
    private string _account = "";

    public async ValueTask InitializeAsync()
    {
        _app = await SidecarApp.StartAsync(new ManualClock(), null, WebhookCalls.ToLoopback, "Connector:Imports:FileBytes=5000000");
        _account = await _app.FirstAccountAsync();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task The_mapping_of_the_account_counts_for_its_imports()
    {
        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Put, $"/v1/accounts/{_account}/import-mapping", Mapping);
        Assert.Equal("New in", (string)(await _app.GetAsync($"/v1/accounts/{_account}/import-mapping"))["board"]!);

        var import = await _app.ImportAsync(Products);

        ImportCalls.AssertCounts(import, "completed", created: 2, skipped: 1);
        var pins = (await _app.GetAsync("/v1/pins"))["items"]!.AsArray();
        var lamp = pins.Single(pin => ((string)pin!["title"]!).StartsWith("Brass", StringComparison.Ordinal))!;
        Assert.Equal(
            ("Brass lamp for 49,90", "https://shop.example.com/p/1?utm_source=pinterest"),
            ((string)lamp["title"]!, (string)lamp["link_url"]!));
        Assert.NotNull(lamp["board_section_id"]);
        var boards = (await _app.GetAsync($"/v1/boards?account_id={_account}"))["items"]!.AsArray();
        Assert.Superset(new HashSet<string> { "New in", "Lighting" }, boards.Select(board => (string)board!["name"]!).ToHashSet());
    }

    [Fact]
    public async Task The_map_of_an_import_counts_instead_of_that_of_the_account()
    {
        await SidecarApp.SendAsync(_app.Admin, HttpMethod.Put, $"/v1/accounts/{_account}/import-mapping", Mapping);

        var import = await _app.ImportAsync(
            Products, ("map", """{"columns":{"title":"Product name","image":"Photo"},"board":"Recipes","skip":{"out_of_stock":false}}"""));

        ImportCalls.AssertCounts(import, "completed", created: 3);
        Assert.All((await _app.GetAsync("/v1/pins"))["items"]!.AsArray(), pin => Assert.DoesNotContain("for", (string)pin!["title"]!));
    }

    [Theory]
    [InlineData("""{"columns":{"titel":"A"}}""", "columns")]
    [InlineData("""{"images":"all"}""", "images")]
    [InlineData("""{"boards":[null]}""", "boards[0]")]
    [InlineData("""{"boards":[{"board":"A"}]}""", "boards[0].board")]
    [InlineData("""{"boards":[{"category":"A","board":""}]}""", "boards[0].board")]
    [InlineData("""{"boards":[{"matches":"(?=a)","board":"A"}]}""", "boards[0].matches")]
    [InlineData("""{"boards":[{"matches":"(","board":"A"}]}""", "boards[0].matches")]
    [InlineData("""{"templates":{"title":"{{ title"}}""", "templates.title")]
    [InlineData("""{"templates":{"link":"{% for i in (1..9) %}{% endfor %}"}}""", "templates.link")]
    [InlineData("""{"skip":{"narrower_than":0}}""", "skip.narrower_than")]
    [InlineData("""{"bord":"A"}""", "bord")]
    public async Task A_wrong_mapping_is_refused_where_it_is_wrong(string mapping, string field)
    {
        using var answer = await _app.Admin.PutAsync(
            new Uri($"/v1/accounts/{_account}/import-mapping", UriKind.Relative),
            new StringContent(mapping, Encoding.UTF8, "application/json"));
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal((HttpStatusCode.BadRequest, true), (answer.StatusCode, problem["errors"]!.AsObject().ContainsKey(field)));
        var (status, body) = await _app.Admin.SendAsync(ImportCalls.Form(Products, ("map", mapping)));
        Assert.Equal((HttpStatusCode.BadRequest, "validation_failed"), (status, (string)body["code"]!));
    }

    [Fact]
    public async Task A_packed_file_is_unpacked_and_one_that_is_a_bomb_is_refused()
    {
        var import = await _app.ImportAsync(Packed(Encoding.UTF8.GetBytes(ImportCalls.Lamps)));
        ImportCalls.AssertCounts(import, "completed", created: 3);

        var (status, body) = await _app.Admin.SendAsync(ImportCalls.Form(Packed(new byte[50_000_000])));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "payload_too_large"), (status, (string)body["code"]!));
    }

    [Fact]
    public async Task A_file_is_fetched_from_its_address_and_only_once_for_a_key()
    {
        await using var host = await FileHost.StartAsync();
        var asked = 0;
        host.Answer = async http =>
        {
            asked++;
            await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(ImportCalls.Lamps));
        };
        var request = new { url = $"{host.Url}/lamps.csv", idempotency_key = "monday" };

        var (first, one) = await _app.Admin.SendAsync(JsonContent.Create(request));
        var (second, two) = await _app.Admin.SendAsync(JsonContent.Create(request));

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.OK, 1), (first, second, asked));
        Assert.Equal((string)one["id"]!, (string)two["id"]!);
        Assert.Equal("lamps.csv", (string)one["name"]!);
        ImportCalls.AssertCounts(await _app.ImportEndedAsync((string)one["id"]!), "completed", created: 3);
    }

    [Fact]
    public async Task An_address_that_never_ends_is_refused_and_leaves_nothing()
    {
        await using var host = await FileHost.StartAsync();
        host.Answer = async http =>
        {
            var line = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b,c\n", 10_000)));
            while (!http.RequestAborted.IsCancellationRequested) await http.Response.Body.WriteAsync(line, http.RequestAborted);
        };

        var (status, body) = await _app.Admin.SendAsync(JsonContent.Create(new { url = host.Url }));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "payload_too_large"), (status, (string)body["code"]!));
        Assert.Empty((await _app.GetAsync("/v1/imports"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_feed_that_is_cut_off_gives_what_it_has()
    {
        const string Item = "<item><title>A</title><guid>1</guid><enclosure url=\"https://e.com/a.jpg\" type=\"image/jpeg\"/></item>";

        var import = await _app.ImportAsync(Encoding.UTF8.GetBytes($"<rss><channel>{Item}<item><title>cut"), "?board=Recipes");

        ImportCalls.AssertCounts(import, "completed_with_errors", created: 1, failed: 1);
        Assert.Contains("import_error,key,title", await _app.ErrorsAsync(import), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formula_is_written_as_text_and_read_again_as_it_was()
    {
        var import = await _app.ImportAsync("title,image,board\n=cmd|'/c calc'!A1,https://e.com/a.jpg,Nowhere\n");
        var errors = await _app.ErrorsAsync(import);

        Assert.Contains("\"'=cmd", errors, StringComparison.Ordinal);
        await _app.ImportAsync(errors.Replace("Nowhere\r", "Recipes\r", StringComparison.Ordinal));
        Assert.StartsWith("=cmd", (string)(await _app.GetAsync("/v1/pins"))["items"]![0]!["title"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sku,title,image,board\n\n\n\n1,\"A\nB\",https://e.com/1.jpg,Recipes\n\n2,B,https://e.com/2.jpg,Recipes\n", false)]
    [InlineData("sku,title,image,board\n1,A,https://e.com/1.jpg,Recipes\n2,B,https://e.com/2.jpg,Recipes\n3,C,,\n", true)]
    public async Task Rows_are_counted_and_not_lines(string table, bool isMore)
    {
        await using var app = await SidecarApp.StartAsync(new ManualClock(), null, "Connector:Imports:Rows=2");

        var import = await app.ImportAsync(table);

        ImportCalls.AssertCounts(import, isMore ? "completed_with_errors" : "completed", created: 2, failed: isMore ? 1 : 0);
    }

    [Fact]
    public async Task Wrong_rows_of_JSON_can_be_sent_again_with_the_same_map()
    {
        var map = new[] { ("map", """{"columns":{"title":"Headline","image":"Photo","board":"Where"}}""") };
        var import = await _app.ImportAsync("""[{"Headline":"A lamp","Photo":"https://e.com/a.jpg","Where":"Nowhere"}]""", map);
        ImportCalls.AssertCounts(import, "completed_with_errors", failed: 1);

        var errors = (await _app.ErrorsAsync(import)).Split("\r\n");

        var corrected = $"{errors[0]}\n{errors[1].Replace(",Nowhere,", ",Recipes,", StringComparison.Ordinal)}\n";
        ImportCalls.AssertCounts(await _app.ImportAsync(corrected, map), "completed", created: 1);
        Assert.Equal("A lamp", (string)(await _app.GetAsync("/v1/pins"))["items"]![0]!["title"]!);
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
