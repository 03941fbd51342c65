using System.Collections.Concurrent;
using Connector.Http;

namespace Connector.Keys.Authentication;

/// <summary>Finds the caller of an API key; caches keys for a second, and forgets revoked ones at once.</summary>
internal sealed class ApiKeyCache(KeyStore store, KeyRevocations revocations, TimeProvider clock)
{
    private const int MaxEntries = 10_000;

    private readonly ConcurrentDictionary<string, (Caller Caller, long ReadAt)> _known = new();

    public Caller? Find(string key)
    {
        // Only the configured bootstrap key may have another form.
        if (!key.StartsWith(KeyText.Prefix, StringComparison.Ordinal) && key.Length < KeyBootstrap.MinimumLength) return null;

        var hash = KeyText.Hash(key);
        if (_known.TryGetValue(hash, out var known) && IsFresh(known)) return known.Caller;

        // The time before the reading: a key revoked just after it is refused within a second all the same.
        var now = clock.GetTimestamp();
        if (store.FindByHash(hash) is not { } row)
        {
            Forget(hash);
            return null;
        }

        if (_known.Count >= MaxEntries) _known.Clear();
        var caller = row.ToCaller() with { Lifetime = revocations.Of(hash) };
        _known[hash] = (caller, now);
        return caller;
    }

    /// <summary>The key was revoked, or is none: nothing goes on in its name.</summary>
    public void Forget(string hash)
    {
        _known.TryRemove(hash, out _);
        revocations.Revoke(hash);
    }

    private bool IsFresh((Caller Caller, long ReadAt) known) =>
        clock.GetElapsedTime(known.ReadAt) < KeyRevocations.Interval && !known.Caller.Lifetime.IsRevoked;
}
