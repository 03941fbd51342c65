namespace Connector.Simulator.OAuth;

/// <summary>Codes of the consent page that were not exchanged yet: good once, for a short time; a restart forgets them.</summary>
internal sealed class GivenCodes(TimeProvider clock)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, GivenCode> _codes = [];

    public string Give(string accountId, string appId, string redirectUri, string scopes)
    {
        var code = Guid.NewGuid().ToString("N");
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            foreach (var (old, _) in _codes.Where(each => each.Value.ExpiresAt <= now).ToList()) _codes.Remove(old);
            _codes[code] = new GivenCode(accountId, appId, redirectUri, scopes, now + GoodFor);
        }

        return code;
    }

    /// <summary>What the code was given for; null when it is not good any more.</summary>
    public GivenCode? Take(string code)
    {
        lock (_gate) return _codes.Remove(code, out var given) && given.ExpiresAt > clock.GetUtcNow() ? given : null;
    }

    /// <summary>The same, and the code stays good: a call that a fault refuses has not used it.</summary>
    public GivenCode? Look(string code)
    {
        lock (_gate) return _codes.TryGetValue(code, out var given) && given.ExpiresAt > clock.GetUtcNow() ? given : null;
    }
}

/// <summary>What a person consented to.</summary>
internal sealed record GivenCode(string AccountId, string AppId, string RedirectUri, string Scopes, DateTimeOffset ExpiresAt);
