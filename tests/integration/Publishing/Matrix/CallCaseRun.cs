using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Connector.Tests.Support;

namespace Connector.Tests.Publishing.Matrix;

/// <summary>
/// Calls an operation while a fault strikes, compares with what the matrix says, and calls it again when the fault is over.
/// </summary>
internal sealed class CallCaseRun(TestAccount account, CallCase expected, ManualClock clock)
{
    private string _section = "", _pins = "";

    public static async Task RunAsync(MatrixFixture matrix, string name)
    {
        var row = FaultMatrix.Calls.Single(one => one.Name == name);
        var isNew = row.Point is Point.ConnectWithCode or Point.ConnectWithToken;
        await new CallCaseRun(isNew ? matrix.NewAccount() : await matrix.ConnectedAccountAsync(), row, matrix.Clock).RunAsync();
    }

    private async Task RunAsync()
    {
        await PrepareAsync();
        var operation = expected.Point.Operation();
        var before = account.Calls(operation);
        account.Order(expected.Order);

        var (status, answer) = await CallAsync();

        Assert.Equal(expected.Told?.ToString() ?? "", status < 300 ? "" : (status, (string?)answer["code"]).ToString());
        Assert.Equal(expected.Calls, account.Calls(operation) - before);
        if (status >= 300) IsToldWhatToDo(answer);
        Assert.Equal(expected.Reconnect, account.Id.Length > 0 && account.Row.Status == "reconnect_required");
        account.ClearFaults();
        if (answer["retry_after_seconds"] is { } wait) clock.Advance(TimeSpan.FromSeconds((int)wait));
        if (expected.Reconnect) await account.RecoverAsync();
        if (await IsDoneAsync() is { } done) Assert.Equal(expected.Done, done);

        var (second, again) = await CallAsync();
        Assert.True(second < 300
            || (expected is { Done: true, Point: Point.CreateBoard } && second == 409)
            || (expected is { Told: null, Point: Point.DeletePin } && second == 404), again.ToJsonString());
        if (expected.Point is Point.FindBoardByName or Point.FindSectionByName)
            Assert.Single((await account.App.GetAsync($"/v1/pins{account.Query}"))["items"]!.AsArray());
    }

    private async Task PrepareAsync()
    {
        if (Points.SectionLists.Append(Point.SectionPins).Contains(expected.Point)
            || expected.Point is Point.UpdateSection or Point.DeleteSection)
            foreach (var section in new[] { "Bread", "Salads", "Soups" }) _section = await account.SectionAsync(section);
        if (Points.Metrics.Contains(expected.Point) || expected.Point is Point.DeletePin or Point.LivePin)
            _pins = $"{await account.PublishedAsync()},{await account.PublishedAsync()}";
        // That an app may not ask for several pins at once is remembered for an hour.
        if (expected.Point == Point.SeveralPinsMetrics) clock.Advance(TimeSpan.FromHours(1));
    }

    private Task<(int, JsonNode)> CallAsync() => expected.Point switch
    {
        Point.ConnectWithCode or Point.ConnectWithToken =>
            SendAsync("POST", "/v1/accounts", new { environment = "simulator", name = account.Name }),
        Point.FindBoardByName =>
            SendAsync("POST", "/v1/pins", account.Pin(("board_id", null), ("board", "Home decor"), ("idempotency_key", account.Name))),
        Point.FindSectionByName => SendAsync(
            "POST", "/v1/pins", account.Pin(("board_id", null), ("board", "Home decor / Soups"), ("idempotency_key", account.Name))),
        Point.DeletePin => SendAsync("DELETE", $"/v1/pins/{_pins.Split(',')[0]}?delete_from_pinterest=true"),
        Point.PinMetrics => SendAsync("GET", $"/v1/pins/{_pins.Split(',')[0]}/metrics"),
        Point.SeveralPinsMetrics => SendAsync("GET", $"/v1/metrics/pins{account.Query}&ids={_pins}"),
        Point.AccountMetrics => SendAsync("GET", $"/v1/metrics/account{account.Query}"),
        Point.TopPins => SendAsync("GET", $"/v1/metrics/top-pins{account.Query}"),
        Point.ListBoards => SendAsync("GET", $"/v1/boards{account.Query}"),
        Point.GetBoard => SendAsync("GET", $"/v1/boards/{account.Board}{account.Query}"),
        Point.CreateBoard => SendAsync("POST", $"/v1/boards{account.Query}", new { name = "New" }),
        Point.UpdateBoard => SendAsync("PATCH", $"/v1/boards/{account.Board}{account.Query}", new { name = "New" }),
        Point.DeleteBoard => SendAsync("DELETE", $"/v1/boards/{account.Board}{account.Query}"),
        Point.ListSections => SendAsync("GET", $"/v1/boards/{account.Board}/sections{account.Query}"),
        Point.CreateSection => SendAsync("POST", $"/v1/boards/{account.Board}/sections{account.Query}", new { name = "New" }),
        Point.UpdateSection => SendAsync("PATCH", $"/v1/boards/{account.Board}/sections/{_section}{account.Query}", new { name = "New" }),
        Point.DeleteSection => SendAsync("DELETE", $"/v1/boards/{account.Board}/sections/{_section}{account.Query}"),
        Point.LivePin => SendAsync("GET", $"/v1/pins/{_pins.Split(',')[0]}?live=true"),
        Point.BoardPins => SendAsync("GET", $"/v1/boards/{account.Board}/pins{account.Query}"),
        Point.SectionPins => SendAsync("GET", $"/v1/boards/{account.Board}/sections/{_section}/pins{account.Query}"),
        Point.OwnPins => SendAsync("GET", $"/v1/pinterest/pins{account.Query}"),
        Point.SearchPins => SendAsync("GET", $"/v1/pinterest/search{account.Query}&q=lamp"),
        Point.RelatedTerms => SendAsync("GET", $"/v1/keywords{account.Query}&terms=lamp"),
        Point.SuggestedTerms => SendAsync("GET", $"/v1/keywords{account.Query}&terms=lamp&kind=suggested"),
        Point.Trends => SendAsync("GET", $"/v1/trends{account.Query}&region=US"),
        Point.TrendTopics => SendAsync("GET", $"/v1/trends/topics{account.Query}&region=US"),
        Point.TrendCategories => SendAsync("GET", $"/v1/trends/product-categories{account.Query}&region=US"),
        Point.AudienceInsights => SendAsync("GET", $"/v1/audience-insights{account.Query}&ad_account_id=54"),
        Point.Audiences => SendAsync("GET", $"/v1/audience-insights/audiences{account.Query}&ad_account_id=54"),
        Point.TopVideos => SendAsync("GET", $"/v1/metrics/top-videos{account.Query}"),
        Point.Businesses => SendAsync("GET", $"/v1/accounts/{account.Id}/businesses"),
        Point.Websites => SendAsync("GET", $"/v1/accounts/{account.Id}/websites"),
        Point.WebsiteCode => SendAsync("GET", $"/v1/accounts/{account.Id}/websites/code"),
        Point.Catalogs => SendAsync("GET", $"/v1/catalogs{account.Query}"),
        Point.Feeds => SendAsync("GET", $"/v1/catalogs/feeds{account.Query}"),
        _ => throw new InvalidOperationException($"{expected.Point} is not called."),
    };

    /// <summary>Whether Pinterest has done it; null for what changes nothing there.</summary>
    private async Task<bool?> IsDoneAsync() => expected.Point switch
    {
        Point.CreateBoard or Point.UpdateBoard => (await NamesAsync("boards")).Contains("New"),
        Point.DeleteBoard => !(await NamesAsync("boards")).Contains("Home decor"),
        Point.CreateSection or Point.UpdateSection => (await NamesAsync($"boards/{account.Board}/sections")).Contains("New"),
        Point.DeleteSection => !(await NamesAsync($"boards/{account.Board}/sections")).Contains("Soups"),
        Point.DeletePin => account.PinsThere().Count == 1,
        _ => null,
    };

    private async Task<List<string?>> NamesAsync(string path) =>
        [.. (await account.App.GetAsync($"/v1/{path}{account.Query}"))["items"]!.AsArray().Select(one => (string?)one!["name"])];

    private static void IsToldWhatToDo(JsonNode problem)
    {
        Assert.True(((string?)problem["detail"])!.Length > 10, problem.ToJsonString());
        Assert.True(((string?)problem["remediation"])!.Length > 10, problem.ToJsonString());
    }

    private async Task<(int Status, JsonNode Answer)> SendAsync(string method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = JsonContent.Create(body);
        var call = account.App.Admin.SendAsync(request);
        await clock.WaitOutAsync(call);
        using var answer = await call;
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }
}
