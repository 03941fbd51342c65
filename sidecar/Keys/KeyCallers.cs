using Connector.Http;
using Connector.Keys.Authentication;

namespace Connector.Keys;

/// <summary>Finds the caller that a key stands for: by its text, or by its id for a session that began with it.</summary>
internal sealed class KeyCallers(KeyStore keys, ApiKeyCache cache, KeyRevocations revocations)
{
    public Caller? ByText(string text) => cache.Find(text);

    /// <summary>Null when the key was revoked, also a moment ago by another process.</summary>
    public Caller? ById(string workspaceId, string id) => keys.Find(workspaceId, id) is { RevokedAt: null } row
        ? row.ToCaller() with { Lifetime = revocations.Of(row.Hash) }
        : null;
}
