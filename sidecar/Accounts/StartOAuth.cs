using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>What to connect in a browser.</summary>
public sealed record StartOAuthRequest
{
    /// <summary>production, sandbox or simulator; may be left out with account_id.</summary>
    public PinterestEnvironment? Environment { get; init; }

    /// <summary>The account to connect again; only its own Pinterest user is then accepted. Left out: any user, as a new account.</summary>
    [Text(100, MinimumLength = 1)]
    public string? AccountId { get; init; }

    /// <summary>
    /// Where the last page links to: a path of the connector, or an address on a host that the setting Connector:OAuth:ReturnHosts names.
    /// </summary>
    [Text(2048, MinimumLength = 1)]
    public string? ReturnUrl { get; init; }
}

/// <summary>POST /v1/oauth/start</summary>
internal sealed class StartOAuth(AccountConnections connections) : Operation<StartOAuthRequest, ConnectionLink>
{
    public override void Configure()
    {
        Post("/v1/oauth/start");
        Description(route => route.WithTags("Accounts"));
        Policies(Scope.Publish);
        Describe(
            "Make a link with which a person connects a Pinterest account in a browser; it is good once, for ten minutes. With account_id "
                + "the scope publish is enough, for a new account the key needs admin and no account_ids.", 404, 409);
    }

    public override Task<ConnectionLink> ExecuteAsync(StartOAuthRequest request, CancellationToken ct) =>
        connections.StartAsync(Caller, new ConnectionRequest(request.Environment, request.AccountId, request.ReturnUrl));
}
