using System.ComponentModel;
using Connector.Accounts;
using FastEndpoints;

namespace Connector.Catalogs;

/// <summary>In whose name a request about catalogs is.</summary>
public record CatalogCall
{
    [QueryParam, AccountDescription]
    public string? AccountId { get; init; }

    [QueryParam, AdAccountId, Description("An ad account in whose owner's name it is.")]
    public string? AdAccountId { get; init; }
}
