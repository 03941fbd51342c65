using Connector.Http;

namespace Connector.Keys.Authentication;

/// <summary>
/// Ends what lasts in the name of a key within a second of its revocation, also when another process revoked it: while something lasts, the
/// keys of all that lasts are read again once a second, together.
/// </summary>
internal sealed partial class KeyRevocations(KeyStore keys, TimeProvider clock, ILogger<KeyRevocations> logger) : IDisposable
{
    /// <summary>How old what is known of a key may be.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // One of each key that was ever used: not more than there are keys.
    private readonly Dictionary<string, KeyLifetime> _known = [];
    private readonly Lock _gate = new();
    private ITimer? _timer;

    /// <summary>The lifetime of a key that was not revoked a moment ago.</summary>
    public KeyLifetime Of(string hash)
    {
        lock (_gate)
        {
            return _known.TryGetValue(hash, out var known)
                ? known
                : _known[hash] = new KeyLifetime(new CancellationTokenSource(), Watch);
        }
    }

    /// <summary>The key is known to be revoked.</summary>
    public void Revoke(string hash)
    {
        KeyLifetime? ended;
        lock (_gate) _known.Remove(hash, out ended);
        ended?.Revoke();
    }

    public void Dispose() => _timer?.Dispose();

    private void Watch()
    {
        lock (_gate) _timer ??= clock.CreateTimer(_ => ReadAgain(), null, Interval, Interval);
    }

    private void ReadAgain()
    {
        // An exception that leaves a timer ends the process.
        try
        {
            var inUse = InUse();
            if (inUse.Count > 0) inUse.Except(keys.ActiveAmong(inUse)).ToList().ForEach(Revoke);
        }
        catch (Exception error)
        {
            Log.NotRead(logger, error);
        }
    }

    /// <summary>The keys in whose name something lasts; when there are none, nothing is read until something begins again.</summary>
    private List<string> InUse()
    {
        lock (_gate)
        {
            List<string> inUse = [.. _known.Where(key => key.Value.IsInUse).Select(key => key.Key)];
            if (inUse.Count > 0) return inUse;

            _timer?.Dispose();
            _timer = null;
            return inUse;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "API keys could not be read again to see whether one was revoked; they are read again in a second.")]
        public static partial void NotRead(ILogger logger, Exception error);
    }
}
