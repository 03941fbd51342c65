using Connector.Pinterest.Client;
using static Connector.Pinterest.RateCategory;

namespace Connector.Pinterest;

internal sealed partial class PinterestClient
{
    /// <summary>Gives Pinterest a batch of items, which it works later.</summary>
    public Task<ItemBatch> SendItemsAsync(PinterestSession session, ItemBatchRequest batch, CancellationToken cancellation) =>
        ReadAsync<ItemBatch>(
            session, new PinterestCall(HttpMethod.Post, "/catalogs/items/batch", CatalogsWrite) { Body = batch }, cancellation,
            answer => answer.BatchId is { Length: > 0 });

    public Task<ItemBatch> GetItemBatchAsync(PinterestSession session, string batchId, CancellationToken cancellation) =>
        ReadAsync<ItemBatch>(
            session, PinterestCall.Get(CatalogsRead, $"/catalogs/items/batch/{Segment(batchId)}"), cancellation,
            answer => answer.Status is { Length: > 0 });

    /// <summary>Items by their ids.</summary>
    public Task<FoundItems> FindItemsAsync(PinterestSession session, ItemsQuery query, CancellationToken cancellation) =>
        ReadAsync<FoundItems>(
            session, new PinterestCall(HttpMethod.Post, "/catalogs/items", CatalogsRead) { Body = query }, cancellation);
}
