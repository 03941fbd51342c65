using Connector.Accounts;
using Connector.Simulator.OAuth;

namespace Connector.Simulator;

/// <summary>The simulator's consent page: at our own address, because a browser reaches no other.</summary>
internal static class SimulatorPages
{
    public static void MapSimulatorPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup(RehearsalApp.ConsentPath).AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("", (HttpContext http, ConsentPage page) => page.ShowAsync(http));
        pages.MapPost("", (HttpContext http, ConsentPage page) => page.DecideAsync(http));
    }
}
