namespace Connector.Http;

/// <summary>A body that must be there and that its operation checks by itself, because FastEndpoints' way takes long.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CheckedBodyAttribute : Attribute;
