using FastEndpoints;

namespace Connector.EmptyApplication;

/// <summary>The only operation, so that a start can be seen to be over.</summary>
internal sealed class GetReady : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("/readyz");
        AllowAnonymous();
    }

    public override Task HandleAsync(CancellationToken ct) => Send.OkAsync(cancellation: ct);
}
