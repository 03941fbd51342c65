using System.ComponentModel.DataAnnotations;

namespace Connector.Http;

/// <summary>
/// Has what a property holds validated where it may be left out. FastEndpoints skips, silently, a request none of whose properties has
/// an attribute of validation.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ValidatedAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => true;
}
