using System.ComponentModel;
using Connector.Accounts;
using Connector.Http;
using FastEndpoints;

namespace Connector.Audience.Reading;

/// <summary>The parameters of every request for rows.</summary>
public record TableCall
{
    [QueryParam, AccountDescription]
    public string? AccountId { get; init; }

    [QueryParam, Description("json or csv; Accept: text/csv asks for csv too.")]
    [OneOf(typeof(TableFormat))]
    public string? Format { get; init; }
}
