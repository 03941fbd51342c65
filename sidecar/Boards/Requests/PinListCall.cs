using System.ComponentModel;
using Connector.Accounts;
using Connector.Http;
using FastEndpoints;

namespace Connector.Boards.Requests;

/// <summary>A request for one page of pins on Pinterest.</summary>
public record PinListCall : PageCall
{
    [QueryParam, AccountDescription]
    public string? AccountId { get; init; }

    [QueryParam, Description(AdAccountText), AdAccountId]
    public string? AdAccountId { get; init; }

    internal const string AdAccountText =
        "An ad account in which the account has a role (Pinterest's Business Access): Pinterest is asked in its owner's name.";
}
