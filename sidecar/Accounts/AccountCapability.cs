using Connector.Accounts.OAuth;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Accounts;

/// <summary>Something that can be done with an account, or not.</summary>
/// <param name="Name">What.</param>
/// <param name="Available">Whether Pinterest lets the connector do it.</param>
/// <param name="Reason">Why not; null where it is available.</param>
public sealed record AccountCapability(
    [property: OneOf(typeof(AccountCapabilities))] string Name, bool Available, string? Reason);

/// <summary>What can be done with an account: by how its tokens came, its scopes, its environment and its kind.</summary>
internal static class AccountCapabilities
{
    public const string Images = "images";
    public const string Videos = "videos";
    public const string CreateBoards = "create_boards";
    public const string DeleteBoards = "delete_boards";
    public const string ChangeSections = "change_sections";
    public const string PinMetrics = "pin_metrics";
    public const string AccountMetrics = "account_metrics";
    public const string TopVideos = "top_videos";
    public const string ReadPins = "read_pins";
    public const string SearchPins = "search_pins";
    public const string EditPublished = "edit_published";
    public const string SavePins = "save_pins";
    public const string Keywords = "keywords";
    public const string Trends = "trends";
    public const string TrendTopics = "trend_topics";
    public const string AudienceInsights = "audience_insights";
    public const string Websites = "websites";
    public const string WebsiteCode = "website_code";
    public const string ClaimWebsites = "claim_websites";
    public const string ListCatalogs = "list_catalogs";
    public const string ReadFeeds = "read_feeds";
    public const string ChangeFeeds = "change_feeds";
    public const string IngestFeeds = "ingest_feeds";
    public const string FeedResults = "feed_results";
    public const string SendItems = "send_items";
    public const string FindItems = "find_items";
    public const string ReadGroups = "read_product_groups";
    public const string ChangeGroups = "change_product_groups";
    public const string CatalogReports = "catalog_reports";

    private static readonly Dictionary<string, string[]> Scopes = new()
    {
        [Images] = ["boards:read", "boards:write", "pins:read", "pins:write"],
        [Videos] = ["boards:read", "boards:write", "pins:read", "pins:write"],
        [CreateBoards] = ["boards:read", "boards:write"],
        [DeleteBoards] = ["boards:read", "boards:write"],
        [ChangeSections] = ["boards:read", "boards:write"],
        [PinMetrics] = ["boards:read", "pins:read"],
        [AccountMetrics] = ["user_accounts:read"],
        [TopVideos] = ["pins:read", "user_accounts:read"],
        [ReadPins] = ["boards:read", "pins:read"],
        [SearchPins] = ["boards:read", "boards:read_secret", "pins:read", "pins:read_secret"],
        [EditPublished] = ["boards:read", "boards:write", "pins:read", "pins:write"],
        [SavePins] = ["boards:read", "boards:write", "pins:read", "pins:write"],
        [Keywords] = ["ads:read"],
        [Trends] = ["user_accounts:read"],
        [TrendTopics] = ["user_accounts:read"],
        [AudienceInsights] = ["ads:read"],
        [Websites] = ["user_accounts:read"],
        [WebsiteCode] = ["user_accounts:read"],
        [ClaimWebsites] = ["user_accounts:write"],
        [ListCatalogs] = ["catalogs:read"],
        [ReadFeeds] = ["catalogs:read"],
        [ChangeFeeds] = ["catalogs:read", "catalogs:write"],
        [IngestFeeds] = ["catalogs:write"],
        [FeedResults] = ["catalogs:read"],
        [SendItems] = ["catalogs:read", "catalogs:write"],
        [FindItems] = ["catalogs:read"],
        [ReadGroups] = ["catalogs:read"],
        [ChangeGroups] = ["catalogs:read", "catalogs:write"],
        [CatalogReports] = ["catalogs:read"],
    };

    // Pinterest's description allows client_credentials on the others: https://developers.pinterest.com/docs/api/v5/
    public static readonly IReadOnlyList<string> NotForOwn =
    [
        Videos, DeleteBoards, ChangeSections, AccountMetrics, SearchPins, SavePins, Keywords, Trends, Websites, ClaimWebsites,
        ListCatalogs, IngestFeeds, FeedResults,
        FindItems, ReadGroups, ChangeGroups, CatalogReports,
    ];

    // "x-sandbox: disabled" in the same description.
    private static readonly string[] NotInSandbox =
        [PinMetrics, AccountMetrics, TopVideos, SearchPins, TrendTopics, AudienceInsights, Websites, WebsiteCode, ClaimWebsites,
            CatalogReports];

    public static IReadOnlyList<AccountCapability> Of(AccountRow row) => [.. Scopes.Keys.Select(name => Of(row, name))];

    /// <exception cref="ProblemException">Pinterest does not let the connector do that with the account.</exception>
    public static void Ensure(AccountRow row, string name)
    {
        // What a scope lacks, Pinterest says itself: the scopes of a token that was given are what its giver wrote down.
        if (OfGrant(row, name) is { } reason)
            throw new ProblemException(new(
                403, "capability_unavailable", "Pinterest does not allow this for this account.", reason,
                $"Connect the account {row.Username} in a browser: POST /v1/oauth/start makes the link.")
            { AccountToConnect = row.Id });
    }

    /// <summary>The same, and also what the environment or the scopes of the account's token do not allow, where they are known.</summary>
    /// <exception cref="ProblemException">Pinterest does not let the connector do that with the account.</exception>
    public static void EnsureGranted(AccountRow row, string name)
    {
        Ensure(row, name);
        if (Lacking(row, name) is not null) throw NotGranted(row, name);
    }

    /// <summary>What lacks, and where to get it; with Pinterest's own words where Pinterest said it.</summary>
    public static ProblemException NotGranted(AccountRow row, string name, PinterestFailure? refusal = null)
    {
        var isSandbox = row.Environment == PinterestEnvironment.Sandbox && NotInSandbox.Contains(name);
        return new ProblemException(new(
            403, "capability_unavailable", "Pinterest does not allow this for this account.",
            Lacking(row, name) ?? $"Pinterest says that the account's token lacks {string.Join(", ", Scopes[name])}.",
            isSandbox
                ? "Ask for an account in the environment production, or simulator to try things."
                : GetScopes(row, Scopes[name]))
        {
            AccountToConnect = isSandbox ? null : row.Id,
            Pinterest = refusal is null ? null : PinterestProblems.RefusalOf(refusal),
        });
    }

    private static string GetScopes(AccountRow row, string[] needed)
    {
        var more = OfSetting(needed);
        var setting = more.Count == 0
            ? ""
            : $"Add {string.Join(", ", more)} to the setting {OAuthOptions.MoreScopesKey} and restart, then ";
        return $"{setting}{(more.Count == 0 ? "Connect" : "connect")} the account {row.Username} again: POST /v1/oauth/start makes the "
            + $"link. With tokens of your own, ask Pinterest for {string.Join(", ", needed)} as well.";
    }

    private static List<string> OfSetting(IEnumerable<string> scopes) =>
        [.. scopes.Intersect(PinterestScopes.More.Select(scope => scope.Name))];

    private static AccountCapability Of(AccountRow row, string name) =>
        Lacking(row, name) is { } reason ? new(name, Available: false, reason) : new(name, Available: true, null);

    private static string? Lacking(AccountRow row, string name)
    {
        if (OfGrant(row, name) is { } reason) return reason;
        if (row.Environment == PinterestEnvironment.Sandbox && NotInSandbox.Contains(name))
            return name is PinMetrics or AccountMetrics or TopVideos
                ? "Pinterest's sandbox has no metrics."
                : "Pinterest's sandbox does not have this.";

        // The simulator grants everything where nobody consents; accounts that an older version made there do not say so.
        var isAllGranted = row.Environment == PinterestEnvironment.Simulator && row.GrantedBy != AccountGrant.AuthorizationCode;
        var granted = isAllGranted ? [] : PinterestScopes.Split(row.Scopes);
        var missing = granted.Length == 0 ? [] : Scopes[name].Except(granted).ToList();
        if (missing.Count == 0) return null;

        var more = OfSetting(missing);
        return $"The account's token lacks {string.Join(", ", missing)}; "
            + (more.Count == 0 ? "" : $"add {string.Join(", ", more)} to the setting {OAuthOptions.MoreScopesKey}, restart, then ")
            + "connect it again and grant all scopes.";
    }

    private static string? OfGrant(AccountRow row, string name) =>
        row.GrantedBy == AccountGrant.ClientCredentials && NotForOwn.Contains(name)
            ? "Pinterest does not allow this with client_credentials, by which the account was connected; connected in a browser, it can."
            : null;
}
