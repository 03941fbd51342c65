using System.Net;
using System.Net.Http.Json;
using System.Text;
using Connector.Storage;
using Connector.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Connector.Tests.Imports;

public sealed class ImportTests : IAsyncLifetime
{
    private SidecarApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await SidecarApp.StartAsync(new ManualClock());

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Each_row_becomes_a_pin_of_its_board()
    {
        var import = await _app.ImportAsync(ImportCalls.Lamps);

        ImportCalls.AssertCounts(import, "completed", created: 3);
        Assert.Equal(
            (3, 3, "csv", "lamps.csv"),
            ((int)import["total"]!, (int)import["done"]!, (string)import["format"]!, (string)import["name"]!));
        var first = (await _app.ResultsAsync(import))[0];
        var pin = await _app.GetAsync($"/v1/pins/{first["pin_id"]}");
        Assert.Equal(
            ("Brass lamp", "Warm light", "https://example.com/l1", "https://example.com/l1.jpg"),
            ((string)pin["title"]!, (string)pin["description"]!, (string)pin["link_url"]!, (string)pin["media_url"]!));
        Assert.Equal((2, "L-1"), ((int)first["row"]!, (string)first["key"]!));
    }

    [Fact]
    public async Task The_same_rows_make_no_second_pin_in_another_import()
    {
        await _app.ImportAsync(ImportCalls.Lamps);
        var changed = ImportCalls.Lamps.Replace("Brass lamp", "Brass lamp, now cheaper", StringComparison.Ordinal).Replace("\"", "");

        var again = await _app.ImportAsync(changed.Replace("Brass lamp, now cheaper", "Cheaper brass lamp", StringComparison.Ordinal));

        ImportCalls.AssertCounts(again, "completed", existing: 3);
        Assert.Equal(3, (await _app.GetAsync("/v1/pins"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_wrong_row_stops_no_other_and_comes_back_to_be_corrected()
    {
        var import = await _app.ImportAsync(ImportCalls.Lamps + "\nL-4,No picture,,https://example.com/l4,,Home decor\n"
            + "L-5,No board,,,https://example.com/l5.jpg,Nowhere\n");

        ImportCalls.AssertCounts(import, "completed_with_errors", created: 3, failed: 2);
        var errors = (await _app.ErrorsAsync(import)).Split("\r\n");
        Assert.StartsWith("import_error,sku,title,description,link,image,board", errors[0], StringComparison.Ordinal);
        Assert.Contains("names no picture", errors[1], StringComparison.Ordinal);
        Assert.Contains("no board named \"\"Nowhere\"\"", errors[2], StringComparison.Ordinal);

        var corrected = string.Join('\n', errors).Replace(",Nowhere", ",Recipes", StringComparison.Ordinal);
        ImportCalls.AssertCounts(await _app.ImportAsync(corrected), "completed_with_errors", created: 1, failed: 1);
    }

    [Fact]
    public async Task The_same_key_with_the_same_file_gives_the_same_import()
    {
        var (first, one) = await _app.Admin.SendAsync(ImportCalls.Form(ImportCalls.Lamps, ("idempotency_key", "monday")));
        var (second, two) = await _app.Admin.SendAsync(ImportCalls.Form(ImportCalls.Lamps, ("idempotency_key", "monday")));
        var (third, other) = await _app.Admin.SendAsync(ImportCalls.Form(ImportCalls.Lamps + "\n", ("idempotency_key", "monday")));

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.OK), (first, second));
        Assert.Equal((string)one["id"]!, (string)two["id"]!);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency_key_reused"), (third, (string)other["code"]!));
        await _app.ImportEndedAsync((string)one["id"]!);
        Assert.Equal(1, Count("imports"));
        Assert.Equal(1, Count("import_pieces"));
    }

    [Theory]
    [InlineData("a file that is empty", "", "import_unreadable")]
    [InlineData("names that nobody knows", "foo,bar\n1,2\n", "import_unreadable")]
    [InlineData("names without rows", "title,image\n", "import_unreadable")]
    [InlineData("a web page", "<!DOCTYPE html><html></html>", "import_unreadable")]
    [InlineData("a broken archive", "\u001f\u008bxxxxxxxx", "import_unreadable")]
    public async Task A_file_that_is_refused_leaves_nothing_behind(string _, string file, string code)
    {
        var (status, body) = await _app.Admin.SendAsync(ImportCalls.Form(Encoding.Latin1.GetBytes(file)));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (status, (string)body["code"]!));
        Assert.Equal((0, 0), (Count("imports"), Count("import_pieces")));
    }

    [Fact]
    public async Task A_form_with_a_part_after_its_file_leaves_nothing_behind()
    {
        var form = ImportCalls.Form(ImportCalls.Lamps);
        form.Add(new StringContent("{}"), "map");

        var (status, body) = await _app.Admin.SendAsync(form);

        Assert.Equal((HttpStatusCode.BadRequest, "validation_failed"), (status, (string)body["code"]!));
        Assert.NotNull(body["errors"]!["map"]);
        Assert.Equal((0, 0), (Count("imports"), Count("import_pieces")));
    }

    [Fact]
    public async Task What_is_not_known_before_the_file_is_refused()
    {
        var (status, body) = await _app.Admin.SendAsync(ImportCalls.Form(ImportCalls.Lamps, ("bord", "Recipes")));

        Assert.Equal((HttpStatusCode.BadRequest, "validation_failed"), (status, (string)body["code"]!));
    }

    [Fact]
    public async Task An_import_that_has_ended_cannot_be_canceled()
    {
        var import = await _app.ImportAsync(ImportCalls.Lamps);

        using var answer = await _app.Admin.PostAsync(new Uri($"/v1/imports/{import["id"]}/cancel", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task Who_listens_is_told_that_an_import_has_ended()
    {
        var import = await _app.ImportAsync(ImportCalls.Lamps);

        var last = (await _app.GetAsync("/v1/events?types=import.completed"))["items"]![0]!;
        Assert.Equal((string)import["id"]!, (string)last["data"]!["import"]!["id"]!);
        Assert.Equal(3, (int)last["data"]!["import"]!["created"]!);
    }

    [Fact]
    public async Task A_dry_run_shows_each_pin_and_makes_none()
    {
        var import = await _app.ImportAsync(ImportCalls.Lamps + "\nL-4,No picture,,,,Home decor\n", ("dry_run", "true"));

        ImportCalls.AssertCounts(import, "completed_with_errors", created: 3, failed: 1);
        Assert.NotNull(import["expected_at"]);
        var results = await _app.ResultsAsync(import);
        Assert.Equal("Brass lamp", (string)results[0]["pin"]!["title"]!);
        Assert.All(results.Take(3), result => Assert.NotNull(result["expected_at"]));
        Assert.All(results, result => Assert.Null(result["pin_id"]));
        Assert.Empty((await _app.GetAsync("/v1/pins"))["items"]!.AsArray());
    }

    [Fact]
    public async Task Old_imports_go_with_their_files_and_their_pins_stay()
    {
        var import = await _app.ImportAsync(ImportCalls.Lamps);
        _app.Clock!.Advance(TimeSpan.FromDays(31));

        await _app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<Connector.Imports.ImportRetention>().Single()
            .RunOnceAsync(CancellationToken.None);

        using var answer = await _app.Admin.GetAsync(new Uri($"/v1/imports/{import["id"]}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal((0, 0, 0), (Count("imports"), Count("import_pieces"), Count("import_results")));
        Assert.Equal(3, (await _app.GetAsync("/v1/pins"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task An_address_is_fetched_with_the_guarded_client_only()
    {
        var (status, body) = await _app.Admin.SendAsync(JsonContent.Create(new { url = "http://169.254.169.254/latest" }));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "url_not_allowed"), (status, (string)body["code"]!));
    }

    private int Count(string table) =>
        (int)_app.Services.GetRequiredService<Database>().Read(sql => sql.Find<long>($"select count(*) from {table}"));
}
