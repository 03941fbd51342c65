using System.Xml;
using System.Xml.Linq;

namespace Connector.Imports.Reading;

/// <summary>
/// Reads one item of a feed whole. What lies deep inside it is passed over: XElement itself looks at every ancestor of each element that
/// is added, so that a deep item would take hours.
/// </summary>
internal static class FeedElement
{
    private const int Deepest = 8, MostAttributes = 50;

    /// <param name="xml">Stands at the item's beginning, and behind its end afterwards.</param>
    public static XElement Read(XmlReader xml)
    {
        var (item, top) = (Begin(xml), xml.Depth);
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return item;
        }

        var open = item;
        xml.Read();
        while (!xml.EOF && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == top)) open = Next(xml, open, top);
        xml.Read();
        return item;
    }

    /// <summary>Takes what comes next into the element that is open; returns the one that is open then.</summary>
    private static XElement Next(XmlReader xml, XElement open, int top)
    {
        if (xml.NodeType == XmlNodeType.Element && xml.Depth - top > Deepest)
        {
            xml.Skip();
            return open;
        }

        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                var child = Begin(xml);
                open.Add(child);
                if (!xml.IsEmptyElement) open = child;
                break;
            case XmlNodeType.EndElement:
                open = open.Parent!;
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                open.Add(new XText(xml.Value));
                break;
        }

        xml.Read();
        return open;
    }

    private static XElement Begin(XmlReader xml)
    {
        var element = new XElement(XName.Get(xml.LocalName, xml.NamespaceURI));
        for (var taken = 0; taken < MostAttributes && xml.MoveToNextAttribute(); taken++)
            if (xml.NamespaceURI != XNamespace.Xmlns.NamespaceName)
                element.SetAttributeValue(XName.Get(xml.LocalName, xml.NamespaceURI), xml.Value);
        xml.MoveToElement();
        return element;
    }
}
