namespace Connector.Policy;

/// <summary>What one column of the database, or one of the files beside it, holds.</summary>
/// <param name="Table">The table; <c>files</c> for files of the data directory.</param>
/// <param name="Column">The column, or the file.</param>
/// <param name="From">Who the value is from: user, ours or pinterest.</param>
/// <param name="Holds">What it is.</param>
/// <param name="Until">How long it is kept.</param>
public sealed record StoredColumn(string Table, string Column, string From, string Holds, string Until);
