using Connector.Pinterest;
using Connector.Simulator.Faults;
using Connector.Tests.Pinterest;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator.Faults;

/// <summary>Which calls an ordered fault strikes, and how often.</summary>
public sealed class ActiveFaultsTests : IAsyncLifetime
{
    private SimulatorFixture _simulator = null!;
    private PinterestSession _session = null!;
    private string _board = null!;

    public async ValueTask InitializeAsync()
    {
        _simulator = await SimulatorFixture.StartAsync();
        _session = await _simulator.SessionAsync();
        _board = await _simulator.BoardIdAsync(_session);
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task A_fault_strikes_its_account_its_operation_and_as_often_as_ordered()
    {
        var peter = await _simulator.SessionAsync("peter");
        _simulator.Faults.Add(new FaultRule("maria", "token_expired") { Operation = "list_boards", Times = 2 });

        await _simulator.BoardIdAsync(peter);
        await CreateAsync();
        await Assert.ThrowsAsync<PinterestException>(() => _simulator.BoardIdAsync(_session));
        await Assert.ThrowsAsync<PinterestException>(() => _simulator.BoardIdAsync(_session));
        await _simulator.BoardIdAsync(_session);
    }

    [Fact]
    public async Task Faults_that_keep_a_call_from_getting_through_follow_one_another()
    {
        _simulator.Faults.Add(new FaultRule("maria", "server_error"));
        _simulator.Faults.Add(new FaultRule("maria", "link_blocked"));

        Assert.Equal(FailureKind.ServerError, (await Assert.ThrowsAsync<PinterestException>(CreateAsync)).Failure.Kind);
        Assert.Equal(FailureKind.LinkBlocked, (await Assert.ThrowsAsync<PinterestException>(CreateAsync)).Failure.Kind);
        await CreateAsync();
        Assert.Empty(_simulator.Faults.Remaining);
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
            _simulator.Faults.Clear();
            _simulator.Faults.Add(new FaultRule("maria", "server_error") { Probability = 0.5, Times = 100, Seed = 7 });
            List<bool> struck = [];
            for (var count = 0; count < 12; count++)
                struck.Add(await Record.ExceptionAsync(CreateAsync) is not null);
            return struck;
        }
    }

    private Task<PinReceipt> CreateAsync() => _simulator.Pinterest.CreatePinAsync(_session, Sample.Pin(_board), default);
}
