using Connector.Common;

namespace Connector.Backup;

/// <summary>A backup cannot be written or restored; the message says why and what to do.</summary>
internal sealed class BackupException(string message, Exception? inner = null) : CommandException(message, inner);
