using System.Text.Json;
using Connector.Http;
using Connector.Pins;
using Connector.Pins.Intake;
using Connector.Pins.View;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Connector.Cli;

/// <summary>Does beside the start what the first requests would have to wait for; an error in it ends the start.</summary>
internal static class WarmUp
{
    /// <summary>Builds the endpoints, which compiles code for each, while the workers and the server start.</summary>
    public static Task EndpointsAsync(IEndpointRouteBuilder routes) =>
        Task.Run(() => routes.DataSources.Sum(source => source.Endpoints.Count));

    /// <summary>Makes what accepts a pin, and learns how a pin is read and shown.</summary>
    public static Task AcceptingAsync(IServiceProvider services) => Task.Run(() =>
    {
        services.GetRequiredService<PinIntake>();
        services.GetRequiredService<PinView>();
        Learn(Json.Requests, typeof(CreatePinRequest));
        Learn(services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions, typeof(Pin));
    });

    private static void Learn(JsonSerializerOptions options, Type type)
    {
        // What can still be changed keeps nothing of what it learns.
        options.MakeReadOnly();
        options.GetTypeInfo(type);
    }
}
