using System.Security.Claims;

namespace Connector.Http;

/// <summary>Who is calling: a key of one workspace, perhaps limited to some of its accounts.</summary>
internal sealed record Caller(string KeyId, string WorkspaceId, IReadOnlySet<string> Scopes, IReadOnlySet<string>? AccountIds)
{
    private ClaimsPrincipal? _principal;

    /// <summary>
    /// The accounts that keys, files and webhooks of this caller are bound to: sorted, separated by spaces; null for the whole workspace.
    /// </summary>
    public string? BoundTo => AccountIds is null ? null : string.Join(' ', AccountIds.Order(StringComparer.Ordinal));

    /// <summary>The name of the key, which tells people who it was.</summary>
    public string Name { get; init; } = "";

    /// <summary>The caller as ASP.NET Core's authentication knows it: one for all requests.</summary>
    public ClaimsPrincipal Principal(string scheme) => _principal ??= new ClaimsPrincipal(new CallerIdentity(this, scheme));

    /// <summary>What lasts in the caller's name ends with the key.</summary>
    public KeyLifetime Lifetime { get; init; } = new(new CancellationTokenSource(), () => { });

    /// <summary>Canceled when the caller's session ends; a caller without a session has none.</summary>
    public CancellationToken SessionEnd { get; init; }

    public bool MaySee(string accountId) => AccountIds is null || AccountIds.Contains(accountId);

    /// <summary>Whether the caller sees what is bound to these accounts: only who sees all of them does.</summary>
    /// <param name="boundTo">Separated by spaces; null for the whole workspace.</param>
    public bool SeesAll(string? boundTo) => AccountIds is null || (boundTo is not null && boundTo.Split(' ').All(AccountIds.Contains));

    /// <summary>Whoever has the machine: sees and may do everything in a workspace.</summary>
    public static Caller Owner(string workspaceId) => new("", workspaceId, Scope.All.ToHashSet(), null);

    /// <summary>Null for a request without a valid key; every operation under /v1 has been authenticated before.</summary>
    public static Caller? Of(ClaimsPrincipal user) => (user.Identity as CallerIdentity)?.Caller;
}

/// <summary>Carries the caller through ASP.NET Core's authentication.</summary>
internal sealed class CallerIdentity(Caller caller, string scheme) : ClaimsIdentity(scheme)
{
    public Caller Caller { get; } = caller;
}
