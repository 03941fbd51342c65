using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Connector.Settings;

namespace Connector.Replicas;

/// <summary>How several sidecars share one database of PostgreSQL: section <c>Connector:Replicas</c>.</summary>
internal sealed class ReplicaOptions
{
    public const string Section = "Connector:Replicas";

    /// <summary>What operators call this replica; the name of its machine when it is left out.</summary>
    [ReplicaName]
    public string? Name { get; set; }

    /// <summary>Who has said nothing for so long is dead, and others take over its accounts; the same for all replicas.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:01:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>The most accounts that this replica works; any number when it is left out.</summary>
    [Range(1, 1_000_000)]
    public int? MostAccounts { get; set; }
}

/// <summary>A name as machines have, or none.</summary>
internal sealed partial class ReplicaNameAttribute()
    : SettingRuleAttribute("a name of 1 to 60 letters, digits, dots, hyphens or underscores")
{
    public override bool IsValid(object? value) => value is null || Name().IsMatch((string)value);

    [GeneratedRegex(@"\A[\w.-]{1,60}\z", RegexOptions.ECMAScript)]
    private static partial Regex Name();
}
