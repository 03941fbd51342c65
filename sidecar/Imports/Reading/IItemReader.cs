namespace Connector.Imports.Reading;

/// <summary>Reads a file into items, one after the other; an item that cannot be read says why and stops no other.</summary>
internal interface IItemReader
{
    /// <summary>The names of columns as they are in the file; null where it is no table.</summary>
    string[]? Header { get; }

    IAsyncEnumerable<ImportItem> ReadAsync(CancellationToken cancellation);
}
