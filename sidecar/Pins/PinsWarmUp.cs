using System.Text.Json;
using Connector.Http;
using Connector.Pins.Intake;
using Connector.Pins.View;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Connector.Pins;

/// <summary>Does what the first accepted pin would have to wait for.</summary>
internal static class PinsWarmUp
{
    /// <summary>Makes what accepts a pin, and learns how a pin is read and shown.</summary>
    public static void WarmUpPins(this IServiceProvider services)
    {
        services.GetRequiredService<PinIntake>();
        services.GetRequiredService<PinView>();
        Learn(Json.Requests, typeof(CreatePinRequest));
        Learn(services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions, typeof(Pin));
    }

    private static void Learn(JsonSerializerOptions options, Type type)
    {
        // What can still be changed keeps nothing of what it learns.
        options.MakeReadOnly();
        options.GetTypeInfo(type);
    }
}
