using System.Runtime.CompilerServices;

namespace Connector.Imports.Reading;

/// <summary>Reads RSS, Atom and merchant feeds, item by item.</summary>
internal sealed class FeedReader(Stream file) : IItemReader
{
    public string[]? Header => null;

    public async IAsyncEnumerable<ImportItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var row = 0L;
        foreach (var element in FeedElements.Of(file, "item", "entry", "product"))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return FeedItem.Of(++row, element);
        }
    }
}
