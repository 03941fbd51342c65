using Connector.Http;
using Connector.Keys;

namespace Connector.Accounts.OAuth;

/// <summary>Whether a link may still be used, and by whom it was made.</summary>
internal sealed class ConnectionGuard(KeyCallers keys, TimeProvider clock)
{
    /// <summary>Why the link may not be used; null when it may.</summary>
    public ConnectFailure? Refusal(ConnectionStart? start)
    {
        if (start is null) return LinkFailures.Unknown;
        if (start.UsedAt is not null) return LinkFailures.Used;
        if (start.ExpiresAt <= clock.GetUtcNow()) return LinkFailures.Expired;
        return CallerOf(start) is null ? LinkFailures.KeyRevoked : null;
    }

    /// <summary>Why a browser may not go on with the link: the same, or it is not the one that opened it.</summary>
    public ConnectFailure? RefusalOf(HttpContext http, ConnectionStart? start) =>
        Refusal(start) ?? (BrowserCookie.Matches(http, start!) ? null : LinkFailures.OtherBrowser);

    /// <summary>In whose name it connects; null when the key was revoked.</summary>
    public Caller? CallerOf(ConnectionStart start) => keys.ById(start.WorkspaceId, start.KeyId);
}
