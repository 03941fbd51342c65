using Connector.Replicas;
using Connector.Storage;

namespace Connector.Crash.Replicas;

/// <summary>
/// Leases that look a while later than they should, so that a suspension often falls before the last look; and that can be without the
/// guard, which is the deadline of the lease, or without the fence, which is the account's number.
/// </summary>
/// <remarks>Here and not in the product, which has no setting that makes it publish twice.</remarks>
internal sealed class LateLeases(AccountLeases leases, SendDeadline deadline, bool hasGuard, bool hasFence) : IAccountLeases
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1), Step = TimeSpan.FromMilliseconds(10);

    private static readonly ManualResetEventSlim Never = new();

    public bool HasAll => leases.HasAll;

    public bool IsAlive => leases.IsAlive;

    public IReadOnlyList<ReplicaRow> Processes() => leases.Processes();

    public bool Holds(string accountId) => leases.Holds(accountId);

    public void Look() => leases.Look();

    public long? Fence(Sql sql, string accountId) => hasFence ? leases.Fence(sql, accountId) : Held(accountId);

    public bool MaySend(string accountId, long fence)
    {
        Hesitate();
        return (!hasGuard || deadline.IsAhead) && (!hasFence || Held(accountId) == fence);
    }

    private long? Held(string accountId) => leases.Held.FirstOrDefault(account => account.AccountId == accountId)?.Fence;

    // In one piece it is over as soon as a suspended process goes on; in steps it takes longer than the heartbeat needs to begin anew.
    private static void Hesitate()
    {
        var span = Longest * Random.Shared.NextDouble();
        if (Random.Shared.Next(2) == 0) Never.Wait(span);
        else
            for (var slept = TimeSpan.Zero; slept < span; slept += Step) Never.Wait(Step);
    }
}
