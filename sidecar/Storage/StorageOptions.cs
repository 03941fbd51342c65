using System.ComponentModel.DataAnnotations;
using Connector.Settings;

namespace Connector.Storage;

/// <summary>Where data is stored and how full the disk may get: section <c>Connector</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Connector";

    /// <summary>Database, key ring and simulator journal.</summary>
    [Path]
    public string DataDirectory { get; set; } = "./data";

    public DatabaseOptions Database { get; set; } = new();

    internal sealed class DatabaseOptions
    {
        [OnlySqlite]
        public string Provider { get; set; } = "sqlite";

        /// <summary>New pins are refused when less than this is free; queued pins are still published.</summary>
        [Range(0, long.MaxValue)]
        public long FreeSpaceFloorBytes { get; set; } = 32 * 1024 * 1024;
    }
}

/// <summary>The path of a folder.</summary>
internal sealed class PathAttribute() : SettingRuleAttribute("the path of a folder")
{
    public override bool IsValid(object? value) =>
        value is string path && path.Trim().Length > 0 && !path.Contains('\0', StringComparison.Ordinal);
}

/// <summary>The one database there is.</summary>
internal sealed class OnlySqliteAttribute() : SettingRuleAttribute("sqlite, because postgres comes in a later version")
{
    public override bool IsValid(object? value) => value is "sqlite";
}
