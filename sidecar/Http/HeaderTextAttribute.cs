using System.ComponentModel.DataAnnotations;

namespace Connector.Http;

/// <summary>Text that is later sent in an HTTP header: letters, digits and signs of ASCII, which hold no line break.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HeaderTextAttribute()
    : ValidationAttribute("must be letters, digits and signs of ASCII only, without spaces and line breaks.")
{
    public override bool IsValid(object? value) => value is not string text || text.All(letter => letter is > ' ' and <= '~');
}
