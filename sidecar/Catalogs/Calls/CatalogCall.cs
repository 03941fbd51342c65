using System.ComponentModel;
using Connector.Accounts;
using FastEndpoints;

namespace Connector.Catalogs.Calls;

/// <summary>A request about an account's catalogs.</summary>
public record CatalogCall
{
    internal const string AdAccountText =
        "An ad account in which the account has a role (Pinterest's Business Access): Pinterest is asked in its owner's name.";

    [QueryParam, AccountDescription]
    public string? AccountId { get; init; }

    [QueryParam, Description(AdAccountText), AdAccountId]
    public string? AdAccountId { get; init; }
}

/// <summary>The same about one feed.</summary>
public record FeedCall : CatalogCall
{
    [RouteParam, Description("Pinterest's id of the feed.")]
    public string FeedId { get; init; } = "";
}
