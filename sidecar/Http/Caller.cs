using System.Security.Claims;

namespace Connector.Http;

/// <summary>Who is calling: a key of one workspace, perhaps limited to some of its accounts.</summary>
internal sealed record Caller(string KeyId, string WorkspaceId, IReadOnlySet<string> Scopes, IReadOnlySet<string>? AccountIds)
{
    /// <summary>What lasts in the caller's name ends with the key.</summary>
    public KeyLifetime Lifetime { get; init; } = new(new CancellationTokenSource(), () => { });

    public bool MaySee(string accountId) => AccountIds is null || AccountIds.Contains(accountId);

    /// <summary>Null for a request without a valid key; every operation under /v1 has been authenticated before.</summary>
    public static Caller? Of(ClaimsPrincipal user) => (user.Identity as CallerIdentity)?.Caller;
}

/// <summary>Carries the caller through ASP.NET Core's authentication.</summary>
internal sealed class CallerIdentity(Caller caller, string scheme) : ClaimsIdentity(scheme)
{
    public Caller Caller { get; } = caller;
}
