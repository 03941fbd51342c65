using System.Text.Json;
using Connector.Http;
using ModelContextProtocol.Protocol;

namespace Connector.Agents.Protocol;

/// <summary>A tool that a model may call.</summary>
internal abstract class AgentTool
{
    public abstract string Name { get; }

    /// <summary>What its caller's key must cover.</summary>
    public abstract string Scope { get; }

    /// <summary>As the protocol lists it; made when it is first asked for.</summary>
    public abstract Tool Listed { get; }

    /// <summary>Does what it is for; the answer has the form of its output schema.</summary>
    public abstract Task<JsonElement> CallAsync(
        AgentCall call, IDictionary<string, JsonElement>? arguments, CancellationToken cancellation);
}

/// <summary>A tool whose arguments and answer are records: their schemas, reading and checks follow from these.</summary>
internal abstract class AgentTool<TArguments, TAnswer> : AgentTool
    where TArguments : class
{
    private Tool? _listed;

    public override string Scope => Http.Scope.Read;

    public override Tool Listed => _listed ??= new Tool
    {
        Name = Name,
        Title = Title,
        Description = Description,
        InputSchema = ToolSchema.Of(typeof(TArguments)),
        OutputSchema = ToolSchema.Of(typeof(TAnswer)),
        Annotations = new ToolAnnotations
        {
            Title = Title,
            ReadOnlyHint = IsReadOnly,
            DestructiveHint = false,
            IdempotentHint = true,
            OpenWorldHint = AsksPinterest,
        },
    };

    protected abstract string Title { get; }

    protected abstract string Description { get; }

    protected virtual bool IsReadOnly => true;

    /// <summary>Whether it leaves this machine.</summary>
    protected virtual bool AsksPinterest => false;

    public sealed override async Task<JsonElement> CallAsync(
        AgentCall call, IDictionary<string, JsonElement>? arguments, CancellationToken cancellation)
    {
        var read = ToolArguments.Read<TArguments>(arguments);
        var answer = await call.Caller.Lifetime.RunAsync(end => AnswerAsync(call, read, end), cancellation);
        return JsonSerializer.SerializeToElement(answer, Json.Options);
    }

    protected abstract Task<TAnswer> AnswerAsync(AgentCall call, TArguments arguments, CancellationToken cancellation);
}
