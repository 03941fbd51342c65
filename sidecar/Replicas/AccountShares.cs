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
    public static (int GiveUp, IReadOnlyList<string> Take) Of(string me, Membership now, int? most)
    {
        if (now.Alive.FirstOrDefault(replica => replica.Id == me) is not { } mine) return (0, []);

        var all = now.Alive.Sum(replica => replica.Accounts) + now.Orphans.Count;
        // One that can take no more leaves its part to the others, but it does not say so: they see that it does not take it.
        var (least, ceiling) = (all / now.Alive.Count, (all + now.Alive.Count - 1) / now.Alive.Count);
        var someoneLacks = now.Alive.Any(replica => replica.Accounts < least);
        var wanted = Math.Min(someoneLacks ? least : ceiling, most ?? long.MaxValue);
        if (mine.Accounts > wanted) return ((int)(mine.Accounts - wanted), []);

        var room = (int)(Math.Min(ceiling, most ?? long.MaxValue) - mine.Accounts);
        return (0, [.. now.Orphans.OrderByDescending(account => IsFirst(account)).ThenByDescending(account => Score(me, account)).Take(room)]);

        // Those that would choose this replica before all others: so two seldom take the same.
        bool IsFirst(string account) => now.Alive.All(other => other.Id == me || Score(other.Id, account) < Score(me, account));
    }

    /// <summary>How much an account is drawn to a replica (rendezvous hashing): whoever joins or leaves moves few others.</summary>
    public static ulong Score(string replica, string account) =>
        BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{replica} {account}")));
}
