using Connector.Http;

namespace Connector.Accounts;

/// <summary>GET /v1/accounts</summary>
public sealed class ListAccounts : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Handle).WithName(nameof(ListAccounts)).RequireScope(Scope.Read);

    /// <summary>List the connected accounts, newest first.</summary>
    internal static Page<Account> Handle(Caller caller, AccountStore accounts) => new(accounts.List(caller).ConvertAll(Account.From), null);
}

/// <summary>GET /v1/accounts/{id}</summary>
public sealed class GetAccount : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/{id}", Handle).WithName(nameof(GetAccount)).RequireScope(Scope.Read);

    /// <summary>Get a connected account.</summary>
    internal static Account Handle(string id, Caller caller, AccountStore accounts) => Account.From(accounts.Get(caller, id));
}
