namespace Connector.Http;

/// <summary>An optional text for which "" is a value of its own: it empties what is there. Elsewhere "" counts as left out.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeepsEmptyAttribute : Attribute;
