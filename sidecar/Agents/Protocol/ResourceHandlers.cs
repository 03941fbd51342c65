using System.Text.Json;
using Connector.Http;
using Connector.Pins;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Connector.Agents.Protocol;

/// <summary>What happened with a pin, as a resource.</summary>
internal sealed class ResourceHandlers(PinOverview overview, PinLife life)
{
    private const string Begin = "pin://", End = "/timeline", Json = "application/json";

    public static readonly ListResourceTemplatesResult Templates = new()
    {
        ResourceTemplates =
        [
            new ResourceTemplate
            {
                Name = "pin_timeline",
                Title = "What happened with a pin",
                Description = "The pin, its events and every attempt at publishing it, by its id (pin_…).",
                UriTemplate = $"{Begin}{{id}}{End}",
                MimeType = Json,
            },
        ],
    };

    /// <exception cref="McpProtocolException">There is no such resource for this caller.</exception>
    public ValueTask<ReadResourceResult> ReadAsync(RequestContext<ReadResourceRequestParams> call)
    {
        var uri = call.Params?.Uri ?? "";
        try
        {
            var caller = call.Caller();
            caller.EnsureScope(Scope.Read);
            if (IdIn(uri) is not { } id)
                throw Problems.Invalid("uri", $"must look like {Begin}pin_…{End}; it is \"{Shown.Cut(uri)}\".");

            var timeline = new PinTimeline(ShownPin.From(overview.Get(caller, id)), life.Events(caller, id), life.Attempts(caller, id));
            var text = JsonSerializer.Serialize(timeline, Http.Json.Options);
            return ValueTask.FromResult(new ReadResourceResult
            {
                Contents = [new TextResourceContents { Uri = uri, MimeType = Json, Text = text }],
                CacheScope = CacheScope.Private,
            });
        }
        catch (ProblemException refused)
        {
            var (code, problem) = (McpErrorCode.InvalidParams, refused.Problem);
            throw new McpProtocolException($"{problem.Code}: {problem.Detail} {ToolHint.Of(problem.Code) ?? problem.Remediation}", code);
        }
    }

    private static string? IdIn(string uri) =>
        uri.StartsWith(Begin, StringComparison.Ordinal)
        && uri.EndsWith(End, StringComparison.Ordinal)
        && uri.Length > Begin.Length + End.Length
            ? uri[Begin.Length..^End.Length]
            : null;
}

/// <summary>A pin, what happened with it, and what was tried.</summary>
internal sealed record PinTimeline(ShownPin Pin, IReadOnlyList<PinHappening> Events, IReadOnlyList<Attempt> Attempts);
