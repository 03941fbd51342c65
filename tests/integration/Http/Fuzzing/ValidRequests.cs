using System.Text.Json.Nodes;
using Connector.Tests.Assets;
using Connector.Tests.Imports;
using Connector.Tests.Support;

namespace Connector.Tests.Http.Fuzzing;

/// <summary>A valid request for every operation, about things that are made for it.</summary>
public sealed partial class ValidRequests(FuzzWorld world)
{
    private static readonly string Later = SidecarApp.MuchLater;

    public async Task<ValidRequest> ForAsync(FuzzedOperation operation) => operation.Id switch
    {
        "GetPolicyReport" or "GetPrivacyPolicy" =>
            Of(operation) with { Query = new Dictionary<string, string> { ["format"] = "markdown" } },
        "Health" or "Readiness" or "ListReplicas" or "WhoAmI" or "ListAccounts" or "ListWebhooks" => Of(operation),
        "ListKeys" or "ListAssets" or "ListFaults" or "ListEvents" or "StreamEvents" => Of(operation),
        "CreateKey" => Of(operation) with { Body = Json("""{"name":"K","scopes":["read"],"account_ids":["ACCOUNT"]}""") },
        "RevokeKey" => Of(operation, await NewAsync("/v1/keys", """{"name":"K","scopes":["read"]}""", "key")),
        "ConnectAccount" => Of(operation) with { Body = Json("""{"environment":"simulator","name":"Shop"}""") },
        "StartOAuth" => Of(operation) with { Body = Json("""{"account_id":"ACCOUNT","return_url":"/accounts"}""") },
        "GetApp" => Of(operation),
        // The settings of this world name an app, so that no request tries one against Pinterest.
        "SetApp" => Of(operation) with { OtherState = 409, Body = Json("""{"app_id":"1","app_secret":"s","access_tier":"trial"}""") },
        "UpdateAccount" => Of(operation, world.Account) with { Body = Json(Settings) },
        "GetAccount" or "GetRateMeter" or "GetProfile" or "ListBusinesses" or "ListWebsites" or "GetWebsiteCode" =>
            Of(operation, world.Account),
        "HoldAccount" => Of(operation, await OtherAccountAsync()) with { Body = Json("""{"reason":"R"}""") },
        "DeleteAccount" or "ResumeAccount" => Of(operation, await OtherAccountAsync()),
        "ListBoards" or "GetAccountMetrics" or "GetTopPins" or "GetTopVideos" or "GetProductMetrics" => WithAccount(operation),
        "ListSimulatorPins" or "ClearFaults" => WithAccount(operation),
        "CreateBoard" => WithAccount(operation) with { Body = Json($$"""{"name":"{{Name()}}","description":"D","privacy":"PUBLIC"}""") },
        "GetBoard" or "ListSections" or "ListBoardPins" => WithAccount(operation, world.Board),
        "ListOwnPins" => WithAccount(operation),
        "ListSectionPins" => WithAccount(operation, world.Board, await SectionAsync()),
        "SearchPins" => Asked(operation, ("q", "lamp")),
        // The account is held.
        "SavePin" => WithAccount(operation, "1") with { OtherState = 409, Body = Json("""{"board_id":"BOARD"}""") },
        "UpdateBoard" => WithAccount(operation, world.Board) with { Body = Json("""{"description":"D","privacy":"PUBLIC"}""") },
        "DeleteBoard" => WithAccount(operation, await BoardAsync()),
        "CreateSection" => WithAccount(operation, world.Board) with { Body = Json($$"""{"name":"{{Name()}}"}""") },
        "UpdateSection" => WithAccount(operation, world.Board, await SectionAsync()) with { Body = Json($$"""{"name":"{{Name()}}"}""") },
        "DeleteSection" => WithAccount(operation, world.Board, await SectionAsync()),
        "CreatePin" => Of(operation) with { Body = Json(Pin) },
        "ValidatePin" => Of(operation) with { Body = Json(Carousel), Query = new Dictionary<string, string> { ["fetch_media"] = "false" } },
        "CreatePins" => Of(operation) with { Body = Json($$"""{"pins":[{{Carousel}},{{KnownPin}}]}""") },
        "PlanPins" => Of(operation) with { Body = Json(Plan) },
        "ListPins" => Of(operation),
        "GetPin" or "CancelPin" or "ListAttempts" or "ListPinDeliveries" or "GetPinMetrics" => Of(operation, await PinAsync()),
        "EditPin" => Of(operation, await PinAsync()) with { Body = Json("""{"title":"B","metadata":{"k":"v"}}""") },
        "DeletePin" => Of(operation, await CanceledPinAsync()),
        "RetryPin" => Of(operation, await PinAsync()) with { OtherState = 409 },
        "ResolvePin" => Of(operation, await PinAsync()) with { OtherState = 409, Body = Json("""{"as":"not_published"}""") },
        "ApprovePin" => Of(operation, await PinAsync()) with { OtherState = 409, Body = Json("""{"approved_by":"A"}""") },
        "RejectPin" => Of(operation, await PinAsync()) with { OtherState = 409, Body = Json("""{"reason":"R","rejected_by":"A"}""") },
        "ApprovePins" => Of(operation) with { Body = Json($$"""{"ids":["{{await PinAsync()}}"],"approved_by":"A"}""") },
        "RejectPins" => Of(operation) with { Body = Json($$"""{"ids":["{{await PinAsync()}}"],"reason":"R","rejected_by":"A"}""") },
        "ClaimWebsite" => Of(operation, world.Account) with { Body = Json("""{"website":"shop.example.com","method":"dnstxt"}""") },
        "FindKeywords" => Asked(operation, ("terms", "lamp")),
        "ListTrends" or "ListTrendTopics" or "ListTrendCategories" => Asked(operation, ("region", "US")),
        "GetAudienceInsights" or "ListAudiences" => Asked(operation, ("ad_account_id", "54")),
        "GetPinsMetrics" => Of(operation) with { Query = new Dictionary<string, string> { ["ids"] = await PinAsync() } },
        "AddAsset" => Of(operation) with { Body = Json($$"""{"url":"{{world.FileUrl}}"}""") },
        "GetAsset" or "DeleteAsset" => Of(operation, (string)(await world.App.GivenAsync(SampleMedia.Png(601)))["id"]!),
        // What lies there is a picture, and no table.
        "CreateImport" => Of(operation) with { OtherState = 422, Body = Json($$"""{"url":"{{world.FileUrl}}","account_id":"ACCOUNT"}""") },
        "ListImports" or "ListSeasons" => Of(operation),
        "GetImport" or "ListImportResults" or "GetImportErrors" => Of(operation, await ImportAsync()),
        "CancelImport" => Of(operation, await ImportAsync()) with { OtherState = 409 },
        "GetImportMapping" => Of(operation, world.Account),
        "SetImportMapping" => Of(operation, world.Account) with { Body = Json(Mapping) },
        "CreateSource" => Of(operation) with { Body = Json(Source) },
        "ListSources" => Of(operation),
        "GetSource" or "ListSourceItems" or "DeleteSource" => Of(operation, await SourceAsync()),
        "UpdateSource" => Of(operation, await SourceAsync()) with { Body = Json("""{"check_every_seconds":600,"board":"B"}""") },
        "CheckSource" => Of(operation, await SourceAsync()) with { OtherState = 409 },
        "RegisterWebhook" => Of(operation) with { Body = Json(Webhook) },
        "GetWebhook" or "DeleteWebhook" or "TestWebhook" or "ListDeliveries" => Of(operation, await WebhookAsync()),
        "UpdateWebhook" => Of(operation, await WebhookAsync()) with { Body = Json("""{"description":"B","events":["pin.failed"]}""") },
        "RotateSecret" => Of(operation, await WebhookAsync()) with { Body = Json("{}") },
        "Redeliver" => await RedeliveryAsync(operation),
        "OrderFault" => Of(operation) with { Body = Json($$"""{"account_id":"{{await OtherAccountAsync()}}","fault":"no_id"}""") },
        "ResetSimulator" => Of(operation) with { Body = Json($$"""{"account_id":"{{await OtherAccountAsync()}}"}""") },
        _ => await OfItemsAsync(operation) ?? await OfFeedsAsync(operation)
            ?? throw new InvalidOperationException($"There is no valid request for {operation.Id}; write one here."),
    };

    private static string Pin => $$"""
        {"account_id":"ACCOUNT","board_id":"BOARD","title":"A","image_url":"https://example.com/a.jpg","publish_at":"{{Later}}",
         "metadata":{"k":"v"},"link_url":"https://example.com/"}
        """;

    // Repeated with each batch, it is made only once.
    private static string KnownPin =>
        Pin.Replace("{\"account_id\"", "{\"idempotency_key\":\"known\",\"account_id\"", StringComparison.Ordinal);

    private static string Carousel => $$"""
        {"account_id":"ACCOUNT","board_id":"BOARD","publish_at":"{{Later}}",
         "carousel":[{"image_url":"https://example.com/a.jpg"},{"image_url":"https://example.com/b.jpg"}]}
        """;

    private static string Plan => """{"pins":[{"account_id":"ACCOUNT","board_id":"BOARD"},{"account_id":"ACCOUNT","board_id":"BOARD"}]}""";

    // Of an event that does not happen here: nothing is delivered while the state is compared.
    private string Webhook => $$"""{"url":"{{world.FileUrl}}?{{Name()}}","events":["webhook.disabled"],"account_ids":["ACCOUNT"]}""";

    // What is not looked at changes nothing by itself.
    private string Source => $$"""
        {"account_id":"ACCOUNT","url":"{{world.EmptyUrl}}?{{Name()}}","start":"new_only","check_every_seconds":3600,"board":"B",
         "paused":true,"map":{"images":"best","boards":[{"tag":"gift","board":"Gifts"}] } }
        """;

    private static string Settings => """{"name":"Shop","settings":{"quiet_hours":{"from":"22:00","to":"07:00"},"weekdays":["mon"]}}""";

    private static string Mapping => """
        {"columns":{"title":"T"},"board":"B","boards":[{"category":"C","board":"B"}],"templates":{"title":"{{ title }}"},"images":"each",
         "days_between_images":1,"skip":{"narrower_than":100}}
        """;

    private static string Name() => $"n{Guid.NewGuid():N}";

    private static ValidRequest Of(FuzzedOperation operation, params string[] ids) => new(operation) { Ids = ids };

    private ValidRequest WithAccount(FuzzedOperation operation, params string[] ids) =>
        Of(operation, ids) with { Query = new Dictionary<string, string> { ["account_id"] = world.Account } };

    private ValidRequest Asked(FuzzedOperation operation, (string Name, string Value) query) =>
        Of(operation) with { Query = new Dictionary<string, string> { ["account_id"] = world.Account, [query.Name] = query.Value } };

    private JsonNode Json(string text) => JsonNode.Parse(
        text.Replace("ACCOUNT", world.Account, StringComparison.Ordinal).Replace("BOARD", world.Board, StringComparison.Ordinal))!;

    private async Task<string> NewAsync(string path, string body, string? within = null)
    {
        var made = await world.App.PostAsync(path, Json(body));
        return (string)(within is null ? made : made[within]!)["id"]!;
    }

    private Task<string> OtherAccountAsync() => world.App.SimulatorAccountAsync(Name());

    private Task<string> BoardAsync() => NewAsync($"/v1/boards?account_id={world.Account}", $$"""{"name":"{{Name()}}"}""");

    private Task<string> SectionAsync() =>
        NewAsync($"/v1/boards/{world.Board}/sections?account_id={world.Account}", $$"""{"name":"{{Name()}}"}""");

    private Task<string> PinAsync() => NewAsync("/v1/pins", Pin);

    // It ends before anything is compared.
    private async Task<string> ImportAsync()
    {
        var (_, import) = await world.App.Admin.SendAsync(
            ImportCalls.Form(ImportCalls.Lamps, ("account_id", world.Account), ("dry_run", "true")));
        return (string)(await world.App.ImportEndedAsync((string)import["id"]!))["id"]!;
    }

    private Task<string> SourceAsync() => NewAsync("/v1/sources", Source);

    private Task<string> WebhookAsync() => NewAsync("/v1/webhooks", Webhook);

    private async Task<string> CanceledPinAsync()
    {
        var pin = await PinAsync();
        await world.App.PostAsync($"/v1/pins/{pin}/cancel");
        return pin;
    }

    private async Task<ValidRequest> RedeliveryAsync(FuzzedOperation operation)
    {
        var webhook = await WebhookAsync();
        await world.App.PostAsync($"/v1/webhooks/{webhook}/test");
        var deliveries = await world.App.GetAsync($"/v1/webhooks/{webhook}/deliveries");
        return Of(operation, webhook, (string)deliveries["items"]![0]!["id"]!);
    }
}
