using System.ComponentModel.DataAnnotations;
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

/// <summary>How long jobs of items are kept after they ended: section <c>Connector:Retention</c>.</summary>
internal sealed class ItemJobRetentionOptions
{
    public const string Section = "Connector:Retention";

    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan ItemJobs { get; set; } = TimeSpan.FromDays(30);
}
