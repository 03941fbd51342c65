using System.ComponentModel;
using Microsoft.AspNetCore.Http.Metadata;

namespace Connector.Accounts;

/// <summary>The query parameter <c>account_id</c>, which every operation on Pinterest takes.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
internal sealed class AccountIdAttribute() : DescriptionAttribute("The account; may be left out when there is only one."), IFromQueryMetadata
{
    public string Name => "account_id";
}
