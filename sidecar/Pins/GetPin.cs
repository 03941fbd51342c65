using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Pins.View;
using FastEndpoints;

namespace Connector.Pins;

/// <summary>Which pin, and how many seconds the answer may wait for its end.</summary>
public sealed record GetPinCall : IdCall
{
    [QueryParam, Range(0, 60)]
    public int Wait { get; init; }
}

/// <summary>GET /v1/pins/{id}</summary>
internal sealed class GetPin(PinStore pins, PinView view, PinChanges changes, TimeProvider clock, IHostApplicationLifetime lifetime)
    : Operation<GetPinCall, Pin>
{
    public override void Configure()
    {
        Get("/{id}");
        Group<PinRoutes>();
        Policies(Scope.Read);
        Describe("Get a pin; with wait (seconds, at most 60) the answer comes when its status is final or the time is up.", 404);
    }

    public override async Task<Pin> ExecuteAsync(GetPinCall call, CancellationToken ct)
    {
        if (call.Wait == 0) return view.Show(pins.Get(Caller, call.Id));
        return await Caller.Lifetime.RunAsync(end => WaitAsync(call, end), ct);
    }

    private async Task<Pin> WaitAsync(GetPinCall call, CancellationToken ended)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(call.Wait), clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ended, lifetime.ApplicationStopping);
        while (true)
        {
            var change = changes.Next(call.Id);
            ended.ThrowIfCancellationRequested();
            var row = pins.Get(Caller, call.Id);
            if (PinStatus.IsFinal(row.Status) || end.IsCancellationRequested) return view.Show(row);

            await change.WaitAsync(end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
