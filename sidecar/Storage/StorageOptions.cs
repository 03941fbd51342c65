using System.ComponentModel.DataAnnotations;

namespace Connector.Storage;

/// <summary>Where data is stored and how full the disk may get: section <c>Connector</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Connector";

    /// <summary>Database, key ring and simulator journal.</summary>
    [Required]
    public string DataDirectory { get; set; } = "./data";

    public DatabaseOptions Database { get; set; } = new();

    internal sealed class DatabaseOptions
    {
        public string Provider { get; set; } = "sqlite";

        /// <summary>New pins are refused when less than this is free; queued pins are still published.</summary>
        public long FreeSpaceFloorBytes { get; set; } = 32 * 1024 * 1024;
    }
}
