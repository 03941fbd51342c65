using Connector.Common;
using Microsoft.Extensions.Options;

namespace Connector.Catalogs.Items;

/// <summary>Deletes jobs of items that ended long ago, with their results.</summary>
internal sealed class ItemJobRetention(
    ItemJobStore jobs, IOptions<ItemJobRetentionOptions> options, TimeProvider clock, ILogger<ItemJobRetention> logger)
    : RetentionWorker(clock, logger)
{
    protected override TimeSpan Retention => options.Value.ItemJobs;

    protected override Task<int> DeleteOlderAsync(DateTimeOffset before, int batch) => jobs.ForgetOlderAsync(before, batch);
}
