using System.Xml;
using System.Xml.Linq;

namespace Connector.Imports.Reading;

/// <summary>Reads the items out of XML, one after the other; what a document type could do is not possible.</summary>
internal static class FeedElements
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

    /// <param name="file">The XML.</param>
    /// <param name="names">What its items are called.</param>
    public static IEnumerable<XElement> Of(Stream file, params string[] names)
    {
        var budget = new BudgetStream(file, LargestItem);
        using var xml = XmlReader.Create(budget, Settings);
        var between = 0;
        xml.MoveToContent();
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element || !names.Contains(xml.LocalName))
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
            yield return element;
        }
    }

    private static void EnsureGoesOn(int depth, int between)
    {
        if (depth > Deepest) throw new InvalidDataException($"The file has elements inside more than {Deepest} others; no feed has that.");
        if (between > MostBetweenItems)
            throw new InvalidDataException($"The file has more than {MostBetweenItems:N0} elements and texts without an item.");
    }
}
