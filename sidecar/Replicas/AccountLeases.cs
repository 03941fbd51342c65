using System.Collections.Concurrent;
using Connector.Common;
using Connector.Storage;

namespace Connector.Replicas;

/// <summary>The accounts that this replica works, each under the number with which it was taken.</summary>
internal sealed class AccountLeases : IAccountLeases
{
    private readonly ConcurrentDictionary<string, long> _held = new();
    private readonly ConcurrentDictionary<string, long> _leaving = new();
    private readonly Heartbeat _heartbeat;
    private readonly SendDeadline _deadline;

    private readonly Database _database;
    private volatile bool _isDoubted;

    public AccountLeases(Heartbeat heartbeat, SendDeadline deadline, Database database)
    {
        (_heartbeat, _deadline, _database) = (heartbeat, deadline, database);
        heartbeat.Lost += DropAll;
    }

    public bool HasAll => false;

    public bool IsAlive => _deadline.IsAhead;

    public IReadOnlyList<ReplicaRow> Processes() => _database.Read(sql => ReplicaTable.List(sql, onlyAlive: false));

    /// <summary>Ends the pause of who looks for accounts without a replica.</summary>
    public WakeSignal Wake { get; } = new(TimeProvider.System);

    public IReadOnlyCollection<HeldAccount> Held => [.. _held.Select(held => new HeldAccount { AccountId = held.Key, Fence = held.Value })];

    public bool Holds(string accountId) => _held.ContainsKey(accountId) && !_leaving.ContainsKey(accountId);

    public long? Fence(Sql sql, string accountId)
    {
        if (!_held.TryGetValue(accountId, out var fence) || _leaving.ContainsKey(accountId)) return null;
        if (ReplicaTable.Holds(sql, _heartbeat.Id, accountId, fence)) return fence;

        // Somebody else has it, or the lease is over and somebody may take it; or this transaction began too long ago to know better.
        _leaving[accountId] = fence;
        _isDoubted = true;
        Wake.Wake();
        return null;
    }

    public bool MaySend(string accountId, long fence) =>
        _held.TryGetValue(accountId, out var held) && held == fence && _deadline.IsAhead;

    public void Look() => Wake.Wake();

    /// <summary>Accounts of this id were taken; none is when the id is not ours any more.</summary>
    public void Add(string id, IEnumerable<HeldAccount> taken)
    {
        foreach (var account in taken)
        {
            _leaving.TryRemove(account.AccountId, out _);
            _held[account.AccountId] = account.Fence;
        }

        if (_heartbeat.Id != id) DropAll();
    }

    /// <summary>Whether what is known here may not be what the database has, which has so many accounts of this replica.</summary>
    public bool MayBeWrong(long accounts) => _isDoubted || accounts != _held.Count;

    /// <summary>Makes it what the database has.</summary>
    public void Replace(string id, IReadOnlyList<HeldAccount> accounts)
    {
        _isDoubted = false;
        foreach (var lost in _held.Keys.Except(accounts.Select(account => account.AccountId))) _held.TryRemove(lost, out _);
        _leaving.Clear();
        Add(id, accounts);
    }

    /// <summary>Nothing new is started for the account, so that it can be given up.</summary>
    public void Leave(HeldAccount account) => _leaving[account.AccountId] = account.Fence;

    public void Stay(string accountId) => _leaving.TryRemove(accountId, out _);

    public IReadOnlyCollection<string> Leaving => [.. _leaving.Keys];

    /// <summary>The account was given up.</summary>
    public void Remove(HeldAccount account)
    {
        _held.TryRemove(new KeyValuePair<string, long>(account.AccountId, account.Fence));
        _leaving.TryRemove(account.AccountId, out _);
    }

    private void DropAll()
    {
        _held.Clear();
        _leaving.Clear();
    }
}
