using Connector.Accounts.Reading;
using Connector.Http;

namespace Connector.Accounts;

/// <summary>What Pinterest says now of the user behind an account; a number that it does not say is null.</summary>
public sealed record AccountProfile
{
    /// <summary>The account.</summary>
    public required string AccountId { get; init; }
    /// <summary>Its name on Pinterest, which may change.</summary>
    public required string Username { get; init; }
    /// <summary>business or pinner, in Pinterest's words.</summary>
    public string? AccountType { get; init; }
    /// <summary>The name of the business.</summary>
    public string? BusinessName { get; init; }
    /// <summary>How many follow the account. Who they are is not read.</summary>
    public int? Followers { get; init; }
    /// <summary>How many it follows.</summary>
    public int? Following { get; init; }
    /// <summary>How many boards it has.</summary>
    public int? Boards { get; init; }
    /// <summary>How many pins it has.</summary>
    public int? Pins { get; init; }
    /// <summary>How often its pins were seen in the last 30 days.</summary>
    public int? MonthlyViews { get; init; }
}

/// <summary>GET /v1/accounts/{id}/profile</summary>
internal sealed class GetProfile(AccountReads reads) : Operation<IdCall, AccountProfile>
{
    public override void Configure()
    {
        Get("/{id}/profile");
        Group<AccountRoutes>();
        Policies(Scope.Read);
        Describe("Get what Pinterest says of an account now: how many follow it, and how many boards and pins it has.", 404);
    }

    public override async Task<AccountProfile> ExecuteAsync(IdCall call, CancellationToken ct)
    {
        var user = await reads.CallAsync(
            Caller, call.Id, null, (pinterest, session, token) => pinterest.GetUserAccountAsync(session, token), ct);
        return new AccountProfile
        {
            AccountId = call.Id,
            Username = user.Username,
            AccountType = user.AccountType?.ToLowerInvariant(),
            BusinessName = user.BusinessName,
            Followers = user.FollowerCount,
            Following = user.FollowingCount,
            Boards = user.BoardCount,
            Pins = user.PinCount,
            MonthlyViews = user.MonthlyViews,
        };
    }
}
