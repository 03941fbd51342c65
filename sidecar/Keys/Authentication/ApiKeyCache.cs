using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Connector.Http;

namespace Connector.Keys.Authentication;

/// <summary>Finds the caller of an API key; caches keys for a few seconds, and forgets revoked ones at once.</summary>
internal sealed class ApiKeyCache(KeyStore store, TimeProvider clock)
{
    // A key revoked by another process is refused here within this time.
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(5);
    private const int MaxRemembered = 10_000;

    private readonly ConcurrentDictionary<string, (Caller Caller, string Hash, long KnownAt)> _known = new();

    public Caller? Find(string key)
    {
        if (!key.StartsWith(KeyText.Prefix, StringComparison.Ordinal) && key.Length < KeyBootstrap.MinimumLength) return null;

        var hash = KeyText.Hash(key);
        if (_known.TryGetValue(hash, out var known) && clock.GetElapsedTime(known.KnownAt) < Memory) return known.Caller;

        var row = store.FindByHash(hash);
        if (row is null || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(row.Hash), Encoding.ASCII.GetBytes(hash)))
            return null;

        if (_known.Count >= MaxRemembered) _known.Clear();
        return (_known[hash] = (row.ToCaller(), hash, clock.GetTimestamp())).Caller;
    }

    public void Forget(string hash) => _known.TryRemove(hash, out _);
}
