using System.Collections.Concurrent;
using Connector.Http;

namespace Connector.Keys.Authentication;

/// <summary>Finds the caller of an API key; caches keys for a few seconds, and forgets revoked ones at once.</summary>
internal sealed class ApiKeyCache(KeyStore store, TimeProvider clock)
{
    // A key revoked by another process is refused here within this time.
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);
    private const int MaxEntries = 10_000;

    private readonly ConcurrentDictionary<string, (Caller Caller, long ReadAt)> _known = new();

    public Caller? Find(string key)
    {
        // Only the configured bootstrap key may have another form.
        if (!key.StartsWith(KeyText.Prefix, StringComparison.Ordinal) && key.Length < KeyBootstrap.MinimumLength) return null;

        var hash = KeyText.Hash(key);
        if (_known.TryGetValue(hash, out var known) && clock.GetElapsedTime(known.ReadAt) < Lifetime) return known.Caller;

        if (store.FindByHash(hash) is not { } row) return null;

        if (_known.Count >= MaxEntries) _known.Clear();
        var caller = row.ToCaller();
        _known[hash] = (caller, clock.GetTimestamp());
        return caller;
    }

    public void Forget(string hash) => _known.TryRemove(hash, out _);
}
