using System.ComponentModel.DataAnnotations;

namespace Connector.Replicas;

/// <summary>How several sidecars share one database of PostgreSQL: section <c>Connector:Replicas</c>.</summary>
internal sealed class ReplicaOptions
{
    public const string Section = "Connector:Replicas";

    /// <summary>What operators call this replica; the name of its machine when it is left out.</summary>
    [StringLength(100)]
    public string? Name { get; set; }

    /// <summary>Who has said nothing for so long is dead, and others take over its accounts; the same for all replicas.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>The most accounts that this replica works; any number when it is left out.</summary>
    [Range(1, 1_000_000)]
    public int? MostAccounts { get; set; }
}
