using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Console.Requests;
using Connector.Http;
using Connector.Webhooks;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>The webhooks that hear of events, and how to add one.</summary>
public partial class HooksPage
{
    private const int PageSize = 40;

    private IReadOnlyList<Webhook> _webhooks = [];
    private List<Account> _accounts = [];
    private string? _next;
    private Webhook? _made;

    [Inject]
    private WebhookActions Actions { get; set; } = null!;

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    protected override void OnInitialized()
    {
        _accounts = Accounts.List(Caller).ConvertAll(Account.From);
        Load();
    }

    private void Load()
    {
        var cursor = Query("cursor");
        var rest = Actions.List(Caller).Where(each => cursor is null || string.CompareOrdinal(each.Id, cursor) < 0).ToList();
        _webhooks = [.. rest.Take(PageSize)];
        _next = rest.Count > PageSize ? _webhooks[^1].Id : null;
    }

    private Task AddAsync() => ShowAsync(async () =>
    {
        Need(Scope.Publish);
        var request = FormRequest.Read<RegisterWebhookRequest>(new JsonObject
        {
            ["url"] = Field("url"),
            ["description"] = Field("description"),
            ["events"] = FormRequest.List(Fields("events")),
            ["account_ids"] = FormRequest.List(Fields("account_ids")),
        });
        (_made, var isNew) = await Actions.RegisterAsync(Caller, request);
        Load();
        if (!isNew) Http.Response.Redirect($"/hooks/{_made.Id}");
    });
}
