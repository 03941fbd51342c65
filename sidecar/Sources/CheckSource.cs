using Connector.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Sources;

/// <summary>POST /v1/sources/{id}/check</summary>
internal sealed class CheckSource(SourceActions sources) : Operation<IdCall, Accepted<Source>>
{
    public override void Configure()
    {
        Post("/{id}/check");
        Group<SourceRoutes>();
        Policies(Scope.Publish);
        Describe(
            "Look at a source now, also where its server would say that nothing has changed; items that failed are tried again. Answers "
                + "before that is done: last_checked_at says when it was.",
            404, 409);
    }

    public override async Task<Accepted<Source>> ExecuteAsync(IdCall call, CancellationToken ct)
    {
        var source = await sources.CheckAsync(Caller, call.Id);
        return TypedResults.Accepted($"/v1/sources/{source.Id}", source);
    }
}
