using Connector.Http;
using FastEndpoints;

namespace Connector.Accounts;

/// <summary>Why an account is held.</summary>
public sealed record HoldAccountRequest
{
    /// <summary>Shown wherever the hold is: in held_reason, and at each pin that waits for it.</summary>
    [Text(AccountActions.LongestReason)]
    public string? Reason { get; init; }
}

/// <summary>Which account is held; the body may be left out.</summary>
public sealed record HoldAccountCall : IdCall
{
    [FromBody, Validated]
    public HoldAccountRequest? Body { get; init; }
}

/// <summary>POST /v1/accounts/{id}/hold</summary>
internal sealed class HoldAccount(AccountActions actions) : Operation<HoldAccountCall, Account>
{
    public override void Configure()
    {
        Post("/{id}/hold");
        Group<AccountRoutes>();
        Policies(Scope.Publish);
        Describe("Stop publishing for an account; its pins wait and none fails.");
    }

    public override async Task<Account> ExecuteAsync(HoldAccountCall call, CancellationToken ct) =>
        Account.From(await actions.HoldAsync(Caller, call.Id, call.Body?.Reason));
}
