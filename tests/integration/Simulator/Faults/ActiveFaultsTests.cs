using Connector.Pinterest;
using Connector.Simulator.Faults;

namespace Connector.Tests.Simulator.Faults;

/// <summary>Which calls an ordered fault affects, and how often.</summary>
public sealed class ActiveFaultsTests : ConnectedSimulator
{
    [Fact]
    public async Task A_fault_strikes_its_account_its_operation_and_as_often_as_ordered()
    {
        var peter = await Simulator.SessionAsync("peter");
        Simulator.Faults.Add(new FaultRule("maria", "token_expired") { Operation = "list_boards", Times = 2 });

        await Simulator.BoardIdAsync(peter);
        await CreateAsync();
        await Assert.ThrowsAsync<PinterestException>(() => Simulator.BoardIdAsync(Session));
        await Assert.ThrowsAsync<PinterestException>(() => Simulator.BoardIdAsync(Session));
        await Simulator.BoardIdAsync(Session);
    }

    [Fact]
    public async Task Faults_that_keep_a_call_from_getting_through_follow_one_another()
    {
        Simulator.Faults.Add(new FaultRule("maria", "server_error"));
        Simulator.Faults.Add(new FaultRule("maria", "link_blocked"));

        Assert.Equal(FailureKind.ServerError, (await Assert.ThrowsAsync<PinterestException>(CreateAsync)).Failure.Kind);
        Assert.Equal(FailureKind.LinkBlocked, (await Assert.ThrowsAsync<PinterestException>(CreateAsync)).Failure.Kind);
        await CreateAsync();
        Assert.Empty(Simulator.Faults.Remaining);
    }

    [Fact]
    public async Task A_probable_fault_strikes_the_same_calls_for_the_same_seed()
    {
        var first = await StruckAsync();
        var second = await StruckAsync();

        Assert.Equal(first, second);
        Assert.Contains(true, first);
        Assert.Contains(false, first);

        async Task<List<bool>> StruckAsync()
        {
            Simulator.Faults.Clear();
            Simulator.Faults.Add(new FaultRule("maria", "server_error") { Probability = 0.5, Times = 100, Seed = 7 });
            List<bool> struck = [];
            for (var count = 0; count < 12; count++)
                struck.Add(await Record.ExceptionAsync(CreateAsync) is not null);
            return struck;
        }
    }
}
