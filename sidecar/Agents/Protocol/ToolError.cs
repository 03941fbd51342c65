using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Http;
using ModelContextProtocol.Protocol;

namespace Connector.Agents.Protocol;

/// <summary>Why a tool did not do what it was called for: a code, what happened, and what to do next.</summary>
internal sealed record ToolError(string Code, string Message, string WhatToDo)
{
    private static readonly JsonSerializerOptions Form =
        new(Json.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    public long? RetryAfterSeconds { get; init; }

    public string? ConnectUrl { get; init; }

    /// <param name="problem">As the API would answer it.</param>
    /// <param name="connectUrl">Where a person connects the account again.</param>
    public static ToolError Of(Problem problem, string? connectUrl = null) => new(
        problem.Code, problem.Detail, ToolHint.Of(problem.Code) is { } hint ? $"{hint} {problem.Remediation}" : problem.Remediation)
    {
        Errors = problem.Errors,
        RetryAfterSeconds = problem.RetryAfterSeconds,
        ConnectUrl = connectUrl,
    };

    /// <summary>In the text alone: some clients compare structured content with the output schema, whatever it is.</summary>
    public CallToolResult ToResult() => new()
    {
        IsError = true,
        Content = [new TextContentBlock { Text = JsonSerializer.Serialize(this, Form) }],
    };
}
