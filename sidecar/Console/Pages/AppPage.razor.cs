using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Console.Requests;
using Connector.Http;
using Connector.Pinterest;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>The Pinterest app that accounts are connected with: how it is made, and where it is entered.</summary>
public partial class AppPage
{
    private PinterestApp _app = null!;

    [Inject]
    private PinterestApps Apps { get; set; } = null!;

    private bool IsSet => _app.Source == "settings";

    private string Tier => Given("access_tier") ?? _app.AccessTier ?? "trial";

    private static string Body => """{"app_id":"1234567","app_secret":"…","access_tier":"trial"}""";

    protected override void OnInitialized() => _app = Apps.Show(Caller);

    private Task EnterAsync() => DoAsync(async () =>
    {
        Need(Scope.Admin);
        var request = FormRequest.Read<SetAppRequest>(new JsonObject
        {
            ["app_id"] = Field("app_id"),
            ["app_secret"] = Given("app_secret"),
            ["access_tier"] = Field("access_tier"),
        });
        var app = await Apps.SetAsync(
            Caller, request.AppId!, request.AppSecret, Enum.Parse<AccessTier>(request.AccessTier!, ignoreCase: true), Http.RequestAborted);
        return app.Approved is false
            ? $"App {app.AppId} is kept. Pinterest has not approved it yet, and refuses its calls until then."
            : $"App {app.AppId} is kept. Connect your account now.";
    });
}
