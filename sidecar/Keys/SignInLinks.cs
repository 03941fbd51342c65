using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Connector.Keys;

/// <summary>One-time links that stand for a key: each is good once, for ten minutes, and only in this process.</summary>
internal sealed class SignInLinks(TimeProvider clock)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly List<(byte[] Hash, string WorkspaceId, string KeyId, DateTimeOffset End)> _open = [];

    /// <summary>Makes the secret of a link; only its hash is kept.</summary>
    public string Make(string workspaceId, string keyId)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        lock (_gate) _open.Add((Hash(secret), workspaceId, keyId, clock.GetUtcNow() + GoodFor));
        return secret;
    }

    /// <summary>Uses a link up; null when there is none, it was used, or its time is over.</summary>
    public (string WorkspaceId, string KeyId)? Use(string secret)
    {
        var hash = Hash(secret);
        lock (_gate)
        {
            _open.RemoveAll(link => link.End <= clock.GetUtcNow());
            var index = _open.FindIndex(link => CryptographicOperations.FixedTimeEquals(link.Hash, hash));
            if (index < 0) return null;

            var used = _open[index];
            _open.RemoveAt(index);
            return (used.WorkspaceId, used.KeyId);
        }
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
