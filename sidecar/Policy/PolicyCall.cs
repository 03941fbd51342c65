using System.ComponentModel;
using Connector.Http;
using FastEndpoints;

namespace Connector.Policy;

/// <summary>In which form.</summary>
public sealed record PolicyCall
{
    internal const string Json = "json", Markdown = "markdown", ContentType = "text/markdown; charset=utf-8";

    [QueryParam, Description("json, or markdown to publish it."), OneOf("PolicyFormat", Json, Markdown)]
    public string? Format { get; init; }

    /// <exception cref="ProblemException">It is neither.</exception>
    internal bool AsMarkdown => (Format ?? Json) switch
    {
        Json => false,
        Markdown => true,
        _ => throw Problems.Invalid("format", "must be json or markdown."),
    };
}
