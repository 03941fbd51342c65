using System.Runtime.CompilerServices;
using System.Xml;

namespace Connector.Imports.Reading;

/// <summary>Reads RSS, Atom and merchant feeds, item by item; what a document type could do is not possible.</summary>
internal sealed class FeedReader(Stream file) : IItemReader
{
    // Elements take many times the bytes that they are written with.
    private const int LargestItem = 2 * 1024 * 1024;

    // Every level that is open is kept in memory; no feed has its items that deep.
    private const int Deepest = 32;

    private const int MostBetweenItems = 100_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CheckCharacters = false,
    };

    public string[]? Header => null;

    public async IAsyncEnumerable<ImportItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var budget = new BudgetStream(file, LargestItem);
        using var xml = XmlReader.Create(budget, Settings);
        var (row, between) = (0L, 0);
        xml.MoveToContent();
        while (!xml.EOF)
        {
            cancellation.ThrowIfCancellationRequested();
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not ("item" or "entry" or "product"))
            {
                EnsureGoesOn(xml.Depth, ++between);
                xml.Read();
                // What is between items is not kept.
                budget.Renew();
                continue;
            }

            var element = FeedElement.Read(xml);
            budget.Renew();
            between = 0;
            yield return FeedItem.Of(++row, element);
        }
    }

    private static void EnsureGoesOn(int depth, int between)
    {
        if (depth > Deepest) throw new InvalidDataException($"The file has elements inside more than {Deepest} others; no feed has that.");
        if (between > MostBetweenItems)
            throw new InvalidDataException($"The file has more than {MostBetweenItems:N0} elements and texts without an item.");
    }
}
