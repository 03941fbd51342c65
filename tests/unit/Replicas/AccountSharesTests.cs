using Connector.Replicas;

namespace Connector.Tests.Replicas;

public sealed class AccountSharesTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 11)]
    [InlineData(3, 10)]
    [InlineData(5, 100)]
    [InlineData(7, 1000)]
    public void Replicas_that_start_one_after_the_other_have_the_same_number_of_accounts_within_one(int replicas, int accounts)
    {
        var world = new World(accounts);
        for (var i = 0; i < replicas; i++)
        {
            world.Join($"rep_{i}");
            world.Settle();
        }

        Assert.True(world.Counts.Max() - world.Counts.Min() <= 1, string.Join(", ", world.Counts));
        Assert.Equal(accounts, world.Counts.Sum());
    }

    [Fact]
    public void Accounts_of_one_that_left_are_shared_and_no_other_account_moves()
    {
        var world = new World(90, "a", "b", "c");
        world.Settle();
        var before = world.Owned("a").Concat(world.Owned("b")).ToList();

        world.Leave("c");
        world.Settle();

        Assert.Subset(world.Owned("a").Concat(world.Owned("b")).ToHashSet(), before.ToHashSet());
        Assert.Equal([45, 45], world.Counts);
    }

    [Fact]
    public void Who_takes_no_more_leaves_the_rest_to_the_others()
    {
        var world = new World(30, "a", "b");
        world.Limit("a", 4);
        world.Settle();

        Assert.Equal([4, 26], world.Counts);
    }

    [Fact]
    public void A_replica_that_the_others_have_given_up_takes_nothing() =>
        Assert.Empty(AccountShares.Of("gone", new Membership([new ReplicaRow { Id = "a" }], ["acc_1"])).Take);

    [Theory]
    [InlineData(3, 0, 0, false)]
    [InlineData(3, 1, 0, true)]
    [InlineData(3, 1, 1, false)]
    public void All_are_full_when_accounts_are_left_that_nobody_may_take(long most, int left, long more, bool expected) =>
        Assert.Equal(
            expected,
            AccountShares.AreAllFull(new Membership(
                [new ReplicaRow { Id = "a", Accounts = 3, Most = most }, new ReplicaRow { Id = "b", Accounts = 3, Most = 3 + more }],
                [.. Enumerable.Range(0, left).Select(number => $"acc_{number}")])));

    /// <summary>The table of accounts, and replicas that look at it one after the other.</summary>
    private sealed class World(int accounts, params string[] replicas)
    {
        private readonly SortedDictionary<string, long> _replicas = new(replicas.ToDictionary(id => id, _ => long.MaxValue));
        private readonly Dictionary<string, string?> _owners =
            Enumerable.Range(0, accounts).ToDictionary(number => $"acc_{number}", _ => (string?)null);

        public List<int> Counts => [.. _replicas.Keys.Select(id => Owned(id).Count())];

        public IEnumerable<string> Owned(string id) => _owners.Where(each => each.Value == id).Select(each => each.Key);

        public void Join(string id) => _replicas[id] = long.MaxValue;

        public void Limit(string id, long most) => _replicas[id] = most;

        public void Leave(string id)
        {
            _replicas.Remove(id);
            foreach (var account in Owned(id).ToList()) _owners[account] = null;
        }

        public void Settle()
        {
            for (var round = 0; round < 10; round++)
                foreach (var id in _replicas.Keys.ToList()) Look(id);
        }

        private void Look(string me)
        {
            var alive = _replicas.Select(each => new ReplicaRow { Id = each.Key, Accounts = Owned(each.Key).Count(), Most = each.Value });
            var orphans = _owners.Where(each => each.Value is null).Select(each => each.Key);
            var (giveUp, take) = AccountShares.Of(me, new Membership([.. alive], [.. orphans]));
            foreach (var account in Owned(me).Take(giveUp).ToList()) _owners[account] = null;
            foreach (var account in take) _owners[account] = me;
        }
    }
}
