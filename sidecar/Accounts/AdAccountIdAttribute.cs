using Connector.Http;

namespace Connector.Accounts;

/// <summary>Pinterest's id of an ad account: at most 18 digits.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AdAccountIdAttribute : PatternAttribute
{
    public AdAccountIdAttribute() : base(@"^\d{1,18}$") => ErrorMessage = "must be Pinterest's numeric id of an ad account.";
}
