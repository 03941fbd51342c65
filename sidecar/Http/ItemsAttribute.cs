using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace Connector.Http;

/// <summary>A list of at least and at most so many items.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ItemsAttribute(int least, int most) : LengthAttribute(least, most)
{
    public override bool IsValid(object? value) =>
        value is not ICollection list || (list.Count >= MinimumLength && list.Count <= MaximumLength);

    public override string FormatErrorMessage(string name) => $"must hold {MinimumLength} to {MaximumLength} items.";
}
