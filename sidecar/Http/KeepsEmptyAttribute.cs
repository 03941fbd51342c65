namespace Connector.Http;

/// <summary>An optional field for which "" is not the same as left out: it empties what is there, or is refused.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeepsEmptyAttribute : Attribute;
