using FastEndpoints;

namespace Connector.Webhooks;

/// <summary>Where the operations on events are.</summary>
internal sealed class EventRoutes : Group
{
    public EventRoutes() => Configure("/v1/events", events => events.Description(route => route.WithTags("Webhooks")));
}
