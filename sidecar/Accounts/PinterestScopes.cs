namespace Connector.Accounts;

/// <summary>The least that the connector needs of a Pinterest account, and what for.</summary>
/// <remarks>https://developers.pinterest.com/docs/api/v5/ names the scopes of each operation.</remarks>
internal static class PinterestScopes
{
    public static readonly IReadOnlyList<(string Name, string Purpose)> Needed =
    [
        ("boards:read", "finds your boards, and looks whether a pin is there when Pinterest's answer was lost"),
        ("boards:write", "is what Pinterest asks for with each new pin, and for making and changing boards"),
        ("pins:read", "looks whether a pin is there, and reads its numbers"),
        ("pins:write", "publishes pins"),
        ("user_accounts:read", "tells whose account it is, and reads the account's numbers"),
    ];

    /// <summary>As Pinterest takes them.</summary>
    public static string Asked { get; } = string.Join(',', Needed.Select(scope => scope.Name));

    /// <summary>Separated by commas or spaces.</summary>
    public static string[] Split(string scopes) => scopes.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What is needed and was not granted.</summary>
    public static IReadOnlyList<(string Name, string Purpose)> Missing(string granted) =>
        Split(granted) is var names ? [.. Needed.Where(scope => !names.Contains(scope.Name))] : [];
}
