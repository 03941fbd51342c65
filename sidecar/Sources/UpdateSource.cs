using Connector.Http;
using FromBodyAttribute = FastEndpoints.FromBodyAttribute;

namespace Connector.Sources;

/// <summary>A change of one source.</summary>
public sealed record UpdateSourceCall : IdCall
{
    [FromBody, RequiredBody]
    public UpdateSourceRequest Body { get; init; } = null!;
}

/// <summary>PATCH /v1/sources/{id}</summary>
internal sealed class UpdateSource(SourceActions sources) : Operation<UpdateSourceCall, Source>
{
    public override void Configure()
    {
        Patch("/{id}");
        Group<SourceRoutes>();
        Policies(Scope.Publish);
        Describe("Change, pause or resume a source. From then on its pins are made in the name of the key that changed it.", 404, 409, 422);
    }

    public override Task<Source> ExecuteAsync(UpdateSourceCall call, CancellationToken ct) =>
        sources.UpdateAsync(Caller, call.Id, call.Body);
}
