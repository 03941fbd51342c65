namespace Connector.Accounts;

/// <summary>What the connector asks of a Pinterest account, and what for.</summary>
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

    /// <summary>What only some of what the connector can do needs; the setting Connector:OAuth:MoreScopes asks for them.</summary>
    public static readonly IReadOnlyList<(string Name, string Purpose)> More =
    [
        ("ads:read", "reads the words that people search, and what the audience of an ad account is like"),
        ("boards:read_secret", "searches the account's own pins, with pins:read_secret"),
        ("catalogs:read", "reads the shop's catalogs and feeds, and how Pinterest processed them"),
        ("catalogs:write", "makes and changes feeds, items and groups of the shop's catalog, with catalogs:read"),
        ("pins:read_secret", "searches the account's own pins, with boards:read_secret"),
        ("user_accounts:write", "claims a website for the account"),
    ];

    /// <summary>As Pinterest takes them.</summary>
    public static string Asked { get; } = string.Join(',', Needed.Select(scope => scope.Name));

    /// <summary>Separated by commas or spaces.</summary>
    public static string[] Split(string scopes) => scopes.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What is needed and was not granted.</summary>
    public static IReadOnlyList<(string Name, string Purpose)> Missing(string granted) =>
        Split(granted) is var names ? [.. Needed.Where(scope => !names.Contains(scope.Name))] : [];
}
