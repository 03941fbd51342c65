using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FastEndpoints;

namespace Connector.Http;

/// <summary>Makes an operation for each request, with what its constructor asks for.</summary>
/// <remarks>
/// FastEndpoints' own compiles code for each operation at the start and makes all that they need; here that waits for the first request.
/// </remarks>
internal sealed class OperationFactory : IEndpointFactory
{
    private readonly ConcurrentDictionary<Type, ObjectFactory> _factories = new();

    /// <summary>While operations are mapped: they are only asked where they are.</summary>
    public bool IsMapping { get; set; }

    public BaseEndpoint Create(EndpointDefinition definition, HttpContext ctx)
    {
        // Configure reads nothing of the operation, so its constructor need not run.
        if (IsMapping) return (BaseEndpoint)RuntimeHelpers.GetUninitializedObject(definition.EndpointType);

        var factory = _factories.GetOrAdd(definition.EndpointType, type => ActivatorUtilities.CreateFactory(type, []));
        return (BaseEndpoint)factory(ctx.RequestServices, null);
    }
}
