using Connector.Pinterest;
using Connector.Tests.Pinterest;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator;

/// <summary>Tests of a running simulator with the account of maria connected; each test has its own.</summary>
public abstract class ConnectedSimulator : IAsyncLifetime
{
    private protected SimulatorFixture Simulator { get; private set; } = null!;

    private protected PinterestSession Session { get; private set; } = null!;

    /// <summary>The id of the account's first board.</summary>
    private protected string Board { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Simulator = await SimulatorFixture.StartAsync();
        Session = await Simulator.SessionAsync();
        Board = await Simulator.BoardIdAsync(Session);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected Task<PinReceipt> CreateAsync() => Simulator.Pinterest.CreatePinAsync(Session, Sample.Pin(Board), default);
}
