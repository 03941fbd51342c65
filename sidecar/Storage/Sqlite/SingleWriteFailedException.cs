namespace Connector.Storage.Sqlite;

/// <summary>Rolls back a group that consists of one failed write, without the cost of a savepoint.</summary>
internal sealed class SingleWriteFailedException : Exception;
