#pragma warning disable RS0030 // Here is what stands in for the banned one everywhere else.
using System.ComponentModel.DataAnnotations;

namespace Connector.Http;

/// <summary>Text of a certain form; unlike its base it does not take empty text for no text.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class PatternAttribute(string pattern) : RegularExpressionAttribute(pattern)
{
    public override bool IsValid(object? value) => value is not "" && base.IsValid(value);
}
