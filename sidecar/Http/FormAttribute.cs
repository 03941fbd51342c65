namespace Connector.Http;

/// <summary>What a value must be, with an example: said when a value is given that cannot be read.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FormAttribute(string words) : Attribute
{
    /// <summary>Goes on after the value: "must be …, such as …".</summary>
    public string Words { get; } = words;
}
