namespace Connector.Http;

/// <summary>A type that reads itself, and is on the wire what another type is: the API's description shows that one.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OnTheWireAttribute(Type type) : Attribute
{
    public Type Type { get; } = type;
}
