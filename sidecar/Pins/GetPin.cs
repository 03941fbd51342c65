using System.ComponentModel.DataAnnotations;
using Connector.Http;
using Connector.Pins.View;

namespace Connector.Pins;

/// <summary>GET /v1/pins/{id}</summary>
public sealed class GetPin : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/{id}", Handle).WithName(nameof(GetPin)).RequireScope(Scope.Read).ProducesProblem(404);

    /// <summary>Get a pin; with wait (seconds, at most 60) the answer comes when its status is final or the time is up.</summary>
    internal static async Task<Pin> Handle(
        string id, Caller caller, PinStore pins, PinView view, PinChanges changes, TimeProvider clock, IHostApplicationLifetime lifetime,
        CancellationToken cancellation, [Range(0, 60)] int wait = 0)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(wait), clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation, lifetime.ApplicationStopping);
        while (true)
        {
            var change = wait > 0 ? changes.Next(id) : Task.CompletedTask;
            var row = pins.Get(caller, id);
            if (wait == 0 || PinStatus.IsFinal(row.Status) || end.IsCancellationRequested) return view.Show(row);

            await change.WaitAsync(end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
