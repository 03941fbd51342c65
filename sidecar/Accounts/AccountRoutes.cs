using FastEndpoints;

namespace Connector.Accounts;

/// <summary>Where the operations on accounts are.</summary>
internal sealed class AccountRoutes : Group
{
    public AccountRoutes() => Configure("/v1/accounts", accounts => accounts.Description(route => route.WithTags("Accounts")));
}
