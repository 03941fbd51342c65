using Connector.Catalogs.Items;
using Connector.Http;

namespace Connector.Catalogs;

/// <summary>GET /v1/catalogs/items/{id}</summary>
internal sealed class GetItemJob(ItemJobStore jobs) : Operation<IdCall, ItemJob>
{
    public override void Configure()
    {
        Get("/items/{id}");
        Group<CatalogRoutes>();
        Policies(Scope.Read);
        Describe("Get a job of items: how far it is, what it waits for, and how many items succeeded and failed.", 404);
    }

    public override Task<ItemJob> ExecuteAsync(IdCall call, CancellationToken ct) =>
        Task.FromResult(ItemJob.From(jobs.Get(Caller, call.Id)));
}
