using FastEndpoints;

namespace Connector.Policy;

/// <summary>Where the operations on what this installation does and keeps are.</summary>
internal sealed class PolicyRoutes : Group
{
    public PolicyRoutes() => Configure("/v1/policy", policy => policy.Description(route => route.WithTags("Policy")));
}
