using System.Collections.Concurrent;

namespace Connector.Pacing;

/// <summary>Counts what made an account slower: a refusal of Pinterest's, other settings, another app. Safe from any thread.</summary>
internal sealed class Tightenings
{
    private readonly ConcurrentDictionary<string, long> _ofAccounts = new();
    private long _ofAll;

    public long Of(string accountId) => Interlocked.Read(ref _ofAll) + _ofAccounts.GetValueOrDefault(accountId);

    public void Add(string accountId) => _ofAccounts.AddOrUpdate(accountId, 1, (_, times) => times + 1);

    public void AddAll() => Interlocked.Increment(ref _ofAll);
}
