using System.Security.Cryptography;
using System.Text;

namespace Connector.Replicas;

/// <summary>
/// Which accounts a replica takes and gives up, so that each has its share. Nobody decides for all: each looks at the same table, and the
/// database refuses the second who takes the same account. Pure.
/// </summary>
internal static class AccountShares
{
    /// <summary>How many of its accounts the replica should give up, and which of those without a replica it takes.</summary>
    public static (int GiveUp, IReadOnlyList<string> Take) Of(string me, Membership now)
    {
        if (now.Alive.FirstOrDefault(replica => replica.Id == me) is not { } mine) return (0, []);

        var all = now.Alive.Sum(replica => replica.Accounts) + now.Orphans.Count;
        var (least, ceiling) = Share(all, now.Alive);
        var someoneLacks = now.Alive.Any(replica => replica.Accounts < Math.Min(least, replica.Most));
        var wanted = Math.Min(someoneLacks ? least : ceiling, mine.Most);
        if (mine.Accounts > wanted) return ((int)(mine.Accounts - wanted), []);

        var room = (int)Math.Min(now.Orphans.Count, Math.Min(ceiling, mine.Most) - mine.Accounts);
        var byDraw = now.Orphans.OrderByDescending(IsFirst).ThenByDescending(account => Score(me, account));
        return (0, [.. byDraw.Take(room)]);

        // Those that would choose this replica before all others: so two seldom take the same.
        bool IsFirst(string account) => now.Alive.All(other => other.Id == me || Score(other.Id, account) < Score(me, account));
    }

    /// <summary>Whether there are accounts that no replica takes, because each has as many as it may.</summary>
    public static bool AreAllFull(Membership now) =>
        now.Orphans.Count > 0 && now.Alive.Count > 0 && now.Alive.All(replica => replica.Accounts >= replica.Most);

    /// <summary>What each has at least and at most, when those that take no more leave their part to the others.</summary>
    private static (long Least, long Ceiling) Share(long accounts, IReadOnlyList<ReplicaRow> replicas)
    {
        var (left, sharing) = (accounts, replicas.ToList());
        while (sharing.Count > 1 && sharing.FirstOrDefault(replica => replica.Most < left / sharing.Count) is { } full)
        {
            left -= full.Most;
            sharing.Remove(full);
        }

        return (left / sharing.Count, (left + sharing.Count - 1) / sharing.Count);
    }

    /// <summary>How much an account is drawn to a replica (rendezvous hashing): whoever joins or leaves moves few others.</summary>
    public static ulong Score(string replica, string account) =>
        BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{replica} {account}")));
}
