using Connector.Common;

namespace Connector.Keys;

/// <summary>One-time links that stand for a key: each is good once, for ten minutes, and only in this process.</summary>
internal sealed class SignInLinks(TimeProvider clock)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly List<(string Hash, string WorkspaceId, string KeyId, DateTimeOffset End)> _open = [];

    /// <summary>Makes the secret of a link; only its hash is kept.</summary>
    public string Make(string workspaceId, string keyId)
    {
        var secret = SecretText.New();
        lock (_gate) _open.Add((SecretText.Hash(secret), workspaceId, keyId, clock.GetUtcNow() + GoodFor));
        return secret;
    }

    /// <summary>Uses a link up; null when there is none, it was used, or its time is over.</summary>
    public (string WorkspaceId, string KeyId)? Use(string secret)
    {
        lock (_gate)
        {
            _open.RemoveAll(link => link.End <= clock.GetUtcNow());
            var index = _open.FindIndex(link => SecretText.Matches(link.Hash, secret));
            if (index < 0) return null;

            var used = _open[index];
            _open.RemoveAt(index);
            return (used.WorkspaceId, used.KeyId);
        }
    }
}
