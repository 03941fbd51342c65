using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Sources;

/// <summary>DELETE /v1/sources/{id}</summary>
internal sealed class DeleteSource(SourceActions sources) : Operation<IdCall, NoContent>
{
    public override void Configure()
    {
        Delete("/{id}");
        Group<SourceRoutes>();
        Policies(Scope.Publish);
        Describe("Watch a source no longer, and forget its items; their pins stay as they are, also those that await approval.", 404);
    }

    public override async Task<NoContent> ExecuteAsync(IdCall call, CancellationToken ct)
    {
        await sources.DeleteAsync(Caller, call.Id);
        return TypedResults.NoContent();
    }
}
