using System.ComponentModel;

namespace Connector.Accounts;

/// <summary>Describes the query parameter <c>account_id</c>, which every operation on Pinterest takes.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
internal sealed class AccountDescriptionAttribute() : DescriptionAttribute("The account; may be left out when there is only one.");
