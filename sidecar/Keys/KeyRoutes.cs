using FastEndpoints;

namespace Connector.Keys;

/// <summary>Where the operations on API keys are.</summary>
internal sealed class KeyRoutes : Group
{
    public KeyRoutes() => Configure("/v1/keys", keys => keys.Description(route => route.WithTags("Keys")));
}
