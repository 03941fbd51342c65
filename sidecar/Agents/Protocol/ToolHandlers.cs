using Connector.Accounts;
using Connector.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Connector.Agents.Protocol;

/// <summary>Lists the tools and calls them; what goes wrong is told so that a model can act on it.</summary>
internal sealed partial class ToolHandlers(IEnumerable<AgentTool> tools, PublicAddress address, ILogger<ToolHandlers> logger)
{
    private readonly List<AgentTool> _tools = [.. tools];

    /// <summary>Those that the caller's key may call.</summary>
    public ValueTask<ListToolsResult> ListAsync(RequestContext<ListToolsRequestParams> call)
    {
        var caller = call.Caller();
        return ValueTask.FromResult(new ListToolsResult
        {
            Tools = [.. _tools.Where(tool => Scope.Covers(caller.Scopes, tool.Scope)).Select(tool => tool.Listed)],
            CacheScope = CacheScope.Private,
        });
    }

    public async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> call, CancellationToken cancellation)
    {
        var name = call.Params?.Name ?? "";
        try
        {
            var tool = Find(name);
            var caller = call.Caller();
            caller.EnsureScope(tool.Scope);
            var answer = await tool.CallAsync(new AgentCall(caller, ReportAsync), call.Params!.Arguments, cancellation);
            return new CallToolResult
            {
                Content = [new TextContentBlock { Text = answer.GetRawText() }],
                StructuredContent = answer,
            };
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return ErrorOf(error, name).ToResult();
        }

        Task ReportAsync(double seconds, double most, string message) => call.Params?.ProgressToken is { } token
            ? call.Server.NotifyProgressAsync(
                token, new ProgressNotificationValue { Progress = (float)seconds, Total = (float)most, Message = message },
                cancellationToken: cancellation)
            : Task.CompletedTask;
    }

    private AgentTool Find(string name) => _tools.Find(tool => tool.Name == name) ?? throw Problems.Invalid(
        "name", $"\"{Shown.Cut(name)}\" is not a tool here; the tools are {string.Join(", ", _tools.Select(tool => tool.Name))}.");

    private ToolError ErrorOf(Exception error, string name)
    {
        var problem = ProblemHandler.Of(error) ?? PinterestProblems.Of(error);
        if (problem is null)
        {
            Log.Failed(logger, Shown.Cut(name), error);
            problem = Problems.OfStatus(StatusCodes.Status500InternalServerError);
        }

        return ToolError.Of(problem, problem.AccountToConnect is { } account ? address.OfConnecting(account) : null);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The tool {Tool} failed. This is a bug: report it with the stack trace.")]
        public static partial void Failed(ILogger logger, string tool, Exception error);
    }
}
