#pragma warning disable RS0030 // This attribute replaces the banned one everywhere else.
using System.ComponentModel.DataAnnotations;

namespace Connector.Http;

/// <summary>Text that matches a regular expression; unlike its base class it refuses an empty text.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal class PatternAttribute(string form) : RegularExpressionAttribute(form)
{
    /// <summary>The regular expression.</summary>
    public string Form => Pattern;

    public override bool IsValid(object? value) => value is not "" && base.IsValid(value);
}
