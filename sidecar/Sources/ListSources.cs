using Connector.Http;
using FastEndpoints;

namespace Connector.Sources;

/// <summary>Whose sources, and which page of them.</summary>
public sealed record ListSourcesCall : PageCall
{
    [QueryParam]
    public string? AccountId { get; init; }
}

/// <summary>GET /v1/sources</summary>
internal sealed class ListSources(SourceActions sources) : Operation<ListSourcesCall, Page<Source>>
{
    public override void Configure()
    {
        Get("/");
        Group<SourceRoutes>();
        Policies(Scope.Read);
        Describe("List sources, newest first.", 404);
    }

    public override Task<Page<Source>> ExecuteAsync(ListSourcesCall call, CancellationToken ct)
    {
        if (call.Cursor?.StartsWith("src_", StringComparison.Ordinal) == false)
            throw Problems.Invalid("cursor", "is not a next_cursor of this list.");
        return Task.FromResult(sources.List(Caller, call.AccountId, call.Limit, call.Cursor));
    }
}
