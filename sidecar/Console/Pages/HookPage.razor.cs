using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Console.Requests;
using Connector.Http;
using Connector.Webhooks;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>One webhook: what was posted to it and how it answered, and all that can be done with it.</summary>
public partial class HookPage
{
    // With three tries and their answers each.
    private const int PageSize = 15;

    private static readonly string[] Statuses = ["pending", "delivered", "failed"];

    private Webhook _webhook = null!;
    private Page<Delivery> _deliveries = null!;
    private List<Account> _accounts = [];
    private string? _secret;

    /// <summary>The webhook's id.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private WebhookActions Actions { get; set; } = null!;

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    private bool IsChanging => Field("_handler") == "change";

    protected override void OnInitialized()
    {
        _webhook = Actions.Get(Caller, Id);
        _deliveries = Actions.Deliveries(Caller, Id, Query("status"), PageSize, Query("cursor"));
        _accounts = Accounts.List(Caller).ConvertAll(Account.From);
    }

    private Task DoOneAsync() => Field("act") switch
    {
        "test" => PublishAsync(TestAsync),
        "disable" => PublishAsync(() => SetAsync("disabled", "It is disabled: nothing is posted to it.")),
        _ => PublishAsync(() => SetAsync("active", "It is enabled again.")),
    };

    private Task ChangeAsync() => PublishAsync(async () =>
    {
        var request = FormRequest.Read<UpdateWebhookRequest>(new JsonObject
        {
            ["url"] = Field("url"),
            ["description"] = Field("description"),
            ["events"] = FormRequest.List(Fields("events")),
            ["account_ids"] = FormRequest.List(Fields("account_ids")),
        });
        await Actions.UpdateAsync(Caller, Id, request);
        return "The webhook is changed.";
    });

    private Task RedeliverAsync() => PublishAsync(async () =>
    {
        await Actions.RedeliverAsync(Caller, Id, Field("delivery"));
        return "It is sent again, with all its tries.";
    });

    private Task DeleteAsync() => PublishAsync(
        async () =>
        {
            await Actions.DeleteAsync(Caller, Id);
            return "The webhook is deleted.";
        },
        then: "/hooks");

    private Task RotateAsync() => ShowAsync(async () =>
    {
        Need(Scope.Publish);
        _secret = (await Actions.RotateAsync(Caller, Id, null)).Secret;
    });

    private async Task<string?> TestAsync() => (await Actions.TestAsync(Caller, Id, Http.RequestAborted)).Attempts switch
    {
        [.., { HttpStatus: { } status } last] => $"The test was answered {status} after {last.TookMs:N0} ms.",
        [.., var last] => $"The test had no answer: {last.Message}",
        _ => "The test is on its way; load this page again to see what came of it.",
    };

    private async Task<string?> SetAsync(string status, string done)
    {
        await Actions.UpdateAsync(Caller, Id, new UpdateWebhookRequest { Status = status });
        return done;
    }

    private Task PublishAsync(Func<Task<string?>> work, string? then = null) => DoAsync(
        () =>
        {
            Need(Scope.Publish);
            return work();
        },
        then);
}
