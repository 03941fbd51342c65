using Connector.Settings;

namespace Connector.Accounts.OAuth;

/// <summary>How accounts are connected in a browser: section <c>Connector:OAuth</c>.</summary>
internal sealed class OAuthOptions
{
    public const string Section = "Connector:OAuth", ReturnHostsKey = Section + ":ReturnHosts",
        MoreScopesKey = Section + ":MoreScopes";

    /// <summary>Hosts, with a port if it is not the usual one, that the last page may link to; PublicUrl may always.</summary>
    [ReturnHostNames]
    public IReadOnlyList<string> ReturnHosts { get; set; } = [];

    /// <summary>Scopes that a person is asked for beside those that are needed.</summary>
    [MoreScopes]
    public IReadOnlyList<string> MoreScopes { get; set; } = [];

    public void Read(IConfiguration configuration)
    {
        ReturnHosts = SettingText.Entries(configuration.GetSection(ReturnHostsKey));
        MoreScopes = SettingText.Entries(configuration.GetSection(MoreScopesKey));
    }
}

/// <summary>Scopes that something of the connector's needs, and not everybody wants.</summary>
internal sealed class MoreScopesAttribute() : SettingRuleAttribute(
    "some of ads:read, boards:read_secret, catalogs:read, catalogs:write, pins:read_secret and user_accounts:write, separated by "
        + "commas")
{
    public override bool IsValid(object? value) =>
        value is IReadOnlyList<string> names && names.All(name => PinterestScopes.More.Any(scope => scope.Name == name));
}

/// <summary>Host names with or without a port; no schemes, paths or stars.</summary>
internal sealed class ReturnHostNamesAttribute() : SettingRuleAttribute("host names separated by commas, such as n8n.example.com:5678")
{
    public override bool IsValid(object? value) => value is IReadOnlyList<string> entries && entries.All(IsHost);

    private static bool IsHost(string entry) =>
        Uri.TryCreate($"https://{entry}", UriKind.Absolute, out var uri)
        && uri is { UserInfo: "", PathAndQuery: "/", Fragment: "" }
        && !entry.Contains('*', StringComparison.Ordinal)
        && !entry.EndsWith('/');
}
