using Connector.Http;

namespace Connector.Agents;

/// <summary>What is wrong with a pin, or could be better.</summary>
public sealed record ToolCheck(string Name, string? Code, string? Message, string? WhatToDo)
{
    internal static ToolCheck From(Check check) => new(check.Name, check.Code, check.Message, check.Remediation);
}
