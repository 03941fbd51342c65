using System.ComponentModel.DataAnnotations;

namespace Connector.Http;

/// <summary>The JSON object that a request must have.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiredBodyAttribute : RequiredAttribute
{
    public const string Missing = "is missing; this operation takes a JSON object.";

    public RequiredBodyAttribute() => ErrorMessage = Missing;
}
