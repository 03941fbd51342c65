namespace Connector.Console.Requests;

/// <summary>Marks what belongs to the console: its sessions, headers and error pages count there.</summary>
internal sealed class ConsoleEndpoint;

/// <summary>The scope that a page needs; <c>read</c> without it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsScopeAttribute(string scope) : Attribute
{
    public string Scope { get; } = scope;
}
