using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>The app of the simulator with which connecting is rehearsed, one for each workspace; nothing about it is secret.</summary>
internal static class RehearsalApp
{
    /// <summary>Below /oauth, so that the browser that began is known there too.</summary>
    public const string ConsentPath = "/oauth/simulator";

    private const string Prefix = "simulator-app-", Secret = "simulator-app-secret";

    public static AppCredentials Of(string workspaceId) => new(Prefix + workspaceId, Secret);

    /// <summary>Whether that is such an app, of whatever workspace.</summary>
    public static bool Is(string appId) => appId.StartsWith(Prefix, StringComparison.Ordinal);

    public static string WorkspaceOf(string appId) => appId[Prefix.Length..];

    public static bool Accepts(string secret) => secret == Secret;
}
