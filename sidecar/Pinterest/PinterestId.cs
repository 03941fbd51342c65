namespace Connector.Pinterest;

/// <summary>Pinterest's ids of boards, sections and pins: up to 32 digits, which no number type holds.</summary>
internal static class PinterestId
{
    private const int Longest = 32;

    public static bool IsValid(string text) => text.Length is > 0 and <= Longest && text.All(char.IsAsciiDigit);
}
