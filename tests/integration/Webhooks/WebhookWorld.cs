using Connector.Tests.Support;

namespace Connector.Tests.Webhooks;

/// <summary>A sidecar in virtual time, and somebody who listens to it.</summary>
public abstract class WebhookWorld : IAsyncLifetime
{
    protected SidecarApp App { get; private set; } = null!;

    protected Receiver Receiver { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Receiver = await Receiver.StartAsync();
        App = await SidecarApp.StartAsync(new ManualClock(), null, WebhookCalls.ToLoopback);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Receiver.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
