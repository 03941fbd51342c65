using Connector.Http;

namespace Connector.Pins;

/// <summary>Waits for the end of a pin: until its status is final, the time is up, or the sidecar stops.</summary>
internal sealed class PinWait(PinStore pins, PinChanges changes, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    public async Task<PinRow> UntilFinalAsync(Caller caller, string id, TimeSpan longest, CancellationToken ended)
    {
        using var timeout = new CancellationTokenSource(longest, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ended, lifetime.ApplicationStopping);
        while (true)
        {
            var change = changes.Next(id);
            ended.ThrowIfCancellationRequested();
            var row = pins.Get(caller, id);
            if (PinStatus.IsFinal(row.Status) || end.IsCancellationRequested) return row;

            await change.WaitAsync(end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
