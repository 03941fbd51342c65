using Connector.Http;

namespace Connector.Accounts;

/// <summary>POST /v1/accounts/{id}/hold</summary>
public sealed class HoldAccount : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/{id}/hold", Handle).WithName(nameof(HoldAccount)).RequireScope(Scope.Publish);

    /// <summary>Stop publishing for an account; its pins wait and none fails.</summary>
    internal static async Task<Account> Handle(string id, Caller caller, AccountStore accounts)
    {
        var row = accounts.Get(caller, id);
        if (row.Status == AccountStatus.ReconnectRequired) throw AccountProblems.ReconnectRequired(row);
        return Account.From(await accounts.HoldAsync(row, AccountHold.ByUser));
    }
}

/// <summary>POST /v1/accounts/{id}/resume</summary>
public sealed class ResumeAccount : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/{id}/resume", Handle).WithName(nameof(ResumeAccount)).RequireScope(Scope.Publish);

    /// <summary>Go on publishing for a held account, at its pace, and try links again that Pinterest had blocked.</summary>
    internal static async Task<Account> Handle(string id, Caller caller, AccountStore accounts)
    {
        var row = accounts.Get(caller, id);
        if (row.Status == AccountStatus.ReconnectRequired) throw AccountProblems.ReconnectRequired(row);
        return Account.From(await accounts.ResumeAsync(row, andLinks: true));
    }
}
