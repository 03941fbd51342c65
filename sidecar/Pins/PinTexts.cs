using Connector.Pins.Texts;

namespace Connector.Pins;

/// <summary>What the texts of pins may be, for those who put them together.</summary>
internal static class PinTexts
{
    /// <summary>How many characters (Unicode code points) a text may have.</summary>
    public const int LongestTitle = 100, LongestDescription = 800, LongestAltText = 500;

    /// <summary>The text as a browser would show it: entities are characters, and tags are gone.</summary>
    public static string Clean(string text) => Markup.Clean(text);
}
