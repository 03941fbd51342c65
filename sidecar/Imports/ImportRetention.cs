using System.ComponentModel.DataAnnotations;
using Connector.Common;
using Connector.Imports.Store;
using Microsoft.Extensions.Options;

namespace Connector.Imports;

/// <summary>Deletes imports that ended long ago with their files and results, and files that were never accepted. Pins stay.</summary>
internal sealed class ImportRetention(
    ImportStore imports, ImportFiles files, ImportKeys keys, IOptions<ImportRetentionOptions> options, TimeProvider clock,
    ILogger<ImportRetention> logger)
    : RetentionWorker(clock, logger)
{
    // Longer than any upload takes.
    private static readonly TimeSpan Leftover = TimeSpan.FromDays(1);

    protected override TimeSpan Retention => options.Value.Imports;

    protected override async Task<int> DeleteOlderAsync(DateTimeOffset before, int batch)
    {
        var left = await files.ForgetLeftoversAsync(Clock.GetUtcNow() - Leftover, batch);
        var unseen = await keys.ForgetOlderAsync(Clock.GetUtcNow() - options.Value.ImportKeys, batch);
        return Math.Max(Math.Max(left, unseen), await imports.ForgetOlderAsync(before, batch));
    }
}

/// <summary>How long imports are kept after they ended: section <c>Connector:Retention</c>.</summary>
internal sealed class ImportRetentionOptions
{
    public const string Section = "Connector:Retention";

    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Imports { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long the key of a row is known after the last import that had it, also when its pin is gone.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan ImportKeys { get; set; } = TimeSpan.FromDays(365);
}
