using Connector.Http;

namespace Connector.Sources;

/// <summary>GET /v1/sources/{id}</summary>
internal sealed class GetSource(SourceActions sources) : Operation<IdCall, Source>
{
    public override void Configure()
    {
        Get("/{id}");
        Group<SourceRoutes>();
        Policies(Scope.Read);
        Describe("Get a source: when it is looked at next, what was wrong last, and what became of its items.", 404);
    }

    public override Task<Source> ExecuteAsync(IdCall call, CancellationToken ct) => Task.FromResult(sources.Get(Caller, call.Id));
}
