using System.Text.Json;
using Connector.Accounts;
using Connector.Boards;
using Connector.Console.Pages.Life;
using Connector.Console.Parts;
using Connector.Http;
using Connector.Pins;
using Connector.Webhooks;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <summary>One pin: what it shows, why it waits, what happened with it, and what can be done.</summary>
public partial class PinPage
{
    private const int MostDeliveries = 20;

    private Pin _pin = null!;
    private string _accountName = "", _board = "", _json = "";
    private string? _zone;
    private IReadOnlyList<Moment> _moments = [];
    private Page<Delivery> _deliveries = null!;

    /// <summary>Of the pin.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private AccountStore Accounts { get; set; } = null!;

    [Inject]
    private BoardDirectory Boards { get; set; } = null!;

    [Inject]
    private PinOverview Overview { get; set; } = null!;

    [Inject]
    private PinLife Life { get; set; } = null!;

    [Inject]
    private PinActions Actions { get; set; } = null!;

    [Inject]
    private PinApproval Approval { get; set; } = null!;

    private string Title => PinTitle.Of(_pin.Title);

    private string? WhatToDo => _pin.Status == PinStatus.Unconfirmed && May(Scope.Publish)
        ? "Look at the board on Pinterest, then say below whether the pin is there."
        : _pin.ErrorRemediation;

    protected override async Task OnInitializedAsync()
    {
        Load();
        var boards = Accounts.Seen(Caller, _pin.AccountId) is null
            ? null
            : await Boards.ChoicesAsync(_pin.AccountId, null, Http.RequestAborted);
        _board = boards?.FirstOrDefault(board => board.Id == _pin.BoardId)?.Name ?? _pin.BoardId;
    }

    private void Load()
    {
        _pin = Overview.Get(Caller, Id);
        // The pins of an account that was disconnected stay.
        var account = Accounts.Seen(Caller, _pin.AccountId) is { } row ? Account.From(row) : null;
        _accountName = account?.Name ?? _pin.AccountId;
        _zone = account?.Settings.TimeZone;
        _moments = Moments.Of(_pin, Life.Attempts(Caller, Id), Life.Events(Caller, Id));
        _deliveries = Life.Deliveries(Caller, Id, MostDeliveries, Query("cursor"));
        _json = JsonSerializer.Serialize(_pin, Indented.Options);
    }

    private Task ApproveAsync() => ActAsync(Scope.Approve, async () =>
    {
        (await Approval.ApproveAsync(Caller, AsSeen()))[0].RowOrProblem();
        return "The pin is approved.";
    });

    private Task RejectAsync() => ActAsync(Scope.Approve, async () =>
    {
        (await Approval.RejectAsync(Caller, AsSeen(), Given("reason")))[0].RowOrProblem();
        return "The pin is rejected; it will not be published.";
    });

    private Task CancelAsync() => ActAsync(Scope.Publish, async () =>
    {
        await Actions.CancelAsync(Caller, Id);
        return "The pin is canceled.";
    });

    private Task RetryAsync() => ActAsync(Scope.Publish, async () =>
    {
        await Actions.RetryAsync(Caller, Id);
        return "The pin is queued again.";
    });

    private Task PublishedAsync() => ActAsync(Scope.Publish, async () =>
    {
        var request = new ResolvePinRequest { As = "published", PinterestPinId = Given("pinterest_pin_id") };
        await Actions.CheckAndResolveAsync(Caller, Id, request);
        return "The pin is published: you found it on Pinterest.";
    });

    private Task AbsentAsync() => ActAsync(Scope.Publish, async () =>
    {
        var pin = await Actions.ResolveAsync(Caller, Id, null);
        return $"You did not find the pin on Pinterest: it is {pin.Status} now.";
    });

    private Task DeleteAsync() => ActAsync(
        Scope.Publish,
        async () =>
        {
            await Actions.DeleteAsync(Caller, Id, Field("delete_from_pinterest").Length > 0, Http.RequestAborted);
            return "The pin is forgotten.";
        },
        "/queue");

    /// <summary>What is shown afterwards is the pin as it is then: somebody else may have changed it meanwhile.</summary>
    private async Task ActAsync(string scope, Func<Task<string?>> act, string? then = null)
    {
        await DoAsync(
            () =>
            {
                Need(scope);
                return act();
            },
            then);
        if (Refusal is not null) Load();
    }

    private PinDecision AsSeen() => new([Id], null) { UpdatedAt = Seen() };
}
