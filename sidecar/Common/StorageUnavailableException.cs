namespace Connector.Common;

/// <summary>
/// The database could not take a write: disk full, file read-only, too many waiting. Nothing of that write was kept, unless it is final.
/// </summary>
internal sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Only a restart helps, and only that start will know whether the write was kept.</summary>
    public bool IsFinal { get; init; }
}
