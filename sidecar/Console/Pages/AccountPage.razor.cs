using System.Text.Json.Nodes;
using Connector.Accounts;
using Connector.Console.Pages.Cadence;
using Connector.Console.Requests;
using Connector.Http;
using Connector.Pacing;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>One account: its state, how it publishes, and what other settings would do to its queue before they are saved.</summary>
public partial class AccountPage
{
    private Account _account = null!;
    private RateMeter _meter = null!;
    private SettingsForm _form = null!;
    private QueueChange? _change;

    /// <summary>The account's id.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    [Inject]
    private AccountActions Actions { get; set; } = null!;

    [Inject]
    private RateMeters Meters { get; set; } = null!;

    [Inject]
    private CadencePreview Preview { get; set; } = null!;

    protected override void OnInitialized()
    {
        _account = Account.From(Accounts.Get(Caller, Id));
        _meter = Meters.Get(Caller, Id);
        _form = new SettingsForm(_account.Settings, IsSettings ? Http.Request.Form : null);
    }

    private string WhatDisconnectDoes
    {
        get
        {
            var waiting = _meter.Queue.Queued + _meter.Queue.Scheduled;
            var pins = waiting == 1 ? "the pin that waits is" : $"the {waiting:N0} pins that wait are";
            return $"Its tokens are wiped, and {pins} canceled. "
                + "What is published stays on Pinterest and in the history; a pin whose answer is not known yet becomes unconfirmed. "
                + "Remove the app in Pinterest's settings as well.";
        }
    }

    private Task HoldAsync() => DoAsync(async () =>
    {
        Need(Scope.Publish);
        var reason = string.Join(' ', Field("reason").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        await Actions.HoldAsync(Caller, Id, reason);
        return "The account is held.";
    });

    private Task ResumeAsync() => DoAsync(async () =>
    {
        Need(Scope.Publish);
        await Actions.ResumeAsync(Caller, Id);
        return "The account goes on.";
    });

    private bool IsSettings => Field("_handler") == "settings";

    // That it is saved is said at the top; without a place of its own a browser would keep that of the preview.
    private Task SettingsAsync() => Field("act") == "save"
        ? DoAsync(SaveAsync, then: $"{Http.Request.Path}{Http.Request.QueryString}#main")
        : ShowAsync(PreviewAsync);

    private async Task<string?> SaveAsync()
    {
        await Actions.UpdateAsync(Caller, Id, Proposed());
        return "The settings are saved.";
    }

    private Task PreviewAsync()
    {
        var proposed = Proposed().Settings!.ApplyTo(_account.Settings);
        _change = Preview.Of(Id, proposed);
        return Task.CompletedTask;
    }

    private UpdateAccountRequest Proposed()
    {
        Need(Scope.Admin);
        return FormRequest.Read<UpdateAccountRequest>(new JsonObject { ["settings"] = _form.Change() });
    }

    private Task RenameAsync() => DoAsync(async () =>
    {
        Need(Scope.Admin);
        await Actions.UpdateAsync(Caller, Id, FormRequest.Read<UpdateAccountRequest>(new JsonObject { ["name"] = Field("name") }));
        return "The account has another name.";
    });

    private Task DisconnectAsync() => DoAsync(
        async () =>
        {
            Need(Scope.Admin);
            await Actions.DisconnectAsync(Caller, Id);
            return $"{_account.Name} is disconnected.";
        },
        then: "/accounts");
}
