using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Pins.View;
using FastEndpoints;

namespace Connector.Pins;

/// <summary>Which pin, how many seconds the answer may wait for its end, and whether Pinterest is asked.</summary>
public sealed record GetPinCall : IdCall
{
    [QueryParam, Range(0, 60)]
    public int Wait { get; init; }

    [QueryParam, Description("Whether Pinterest is asked how the pin is there now; the answer has it in live. Counts as a read.")]
    public bool Live { get; init; }
}

/// <summary>GET /v1/pins/{id}</summary>
internal sealed class GetPin(PinStore pins, PinView view, PinWait wait, PublishedPins published) : Operation<GetPinCall, Pin>
{
    public override void Configure()
    {
        Get("/{id}");
        Group<PinRoutes>();
        Policies(Scope.Read);
        Describe(
            "Get a pin; with wait (seconds, at most 60) the answer comes when its status is final or the time is up. With live a published "
                + "pin is shown as it is on Pinterest too.",
            404);
    }

    public override async Task<Pin> ExecuteAsync(GetPinCall call, CancellationToken ct)
    {
        var row = call.Wait == 0
            ? pins.Get(Caller, call.Id)
            : await Caller.Lifetime.RunAsync(
                end => wait.UntilFinalAsync(Caller, call.Id, TimeSpan.FromSeconds(call.Wait), end), ct);
        return view.Show(row) with { Live = call.Live ? await published.LookAsync(row, ct) : null };
    }
}
