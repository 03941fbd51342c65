namespace Connector.Http;

/// <summary>A request that takes query parameters of any name that begins so, such as <c>metadata.</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class QueryPrefixAttribute(string prefix) : Attribute
{
    public string Prefix { get; } = prefix;
}
