using System.Collections.Concurrent;
using Connector.Http;

namespace Connector.Keys.Authentication;

/// <summary>Finds the caller of an API key; caches keys for a second, and forgets revoked ones at once.</summary>
internal sealed class ApiKeyCache(KeyStore store, KeyRevocations revocations, TimeProvider clock)
{
    private const int MaxEntries = 10_000;

    // By the text of the key: a hash of it for each request would be half of what authentication takes.
    private readonly ConcurrentDictionary<string, (Caller Caller, long ReadAt)> _known = new();

    public Caller? Find(string key)
    {
        // Only the configured bootstrap key may have another form.
        if (!key.StartsWith(KeyText.Prefix, StringComparison.Ordinal) && key.Length < KeyBootstrap.MinimumLength) return null;
        if (_known.TryGetValue(key, out var known) && IsFresh(known)) return known.Caller;

        var hash = KeyText.Hash(key);
        // The time before the reading: a key revoked just after it is refused within a second all the same.
        var now = clock.GetTimestamp();
        if (store.FindByHash(hash) is not { } row)
        {
            _known.TryRemove(key, out _);
            Forget(hash);
            return null;
        }

        if (_known.Count >= MaxEntries) _known.Clear();
        var caller = row.ToCaller() with { Lifetime = revocations.Of(hash) };
        _known[key] = (caller, now);
        return caller;
    }

    /// <summary>The key was revoked, or is none: nothing goes on in its name, and what is known of it counts no more.</summary>
    public void Forget(string hash) => revocations.Revoke(hash);

    private bool IsFresh((Caller Caller, long ReadAt) known) =>
        clock.GetElapsedTime(known.ReadAt) < KeyRevocations.Interval && !known.Caller.Lifetime.IsRevoked;
}
