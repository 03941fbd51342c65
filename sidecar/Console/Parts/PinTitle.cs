namespace Connector.Console.Parts;

/// <summary>What stands where the title of a pin is shown.</summary>
internal static class PinTitle
{
    public static string Of(string? title) => string.IsNullOrWhiteSpace(title) ? "(without a title)" : title;
}
