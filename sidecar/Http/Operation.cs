using FastEndpoints;

namespace Connector.Http;

/// <summary>One operation of the API: where it is, who may call it, what it takes and what it answers.</summary>
internal abstract class Operation<TRequest, TResponse> : Endpoint<TRequest, TResponse>
    where TRequest : notnull
{
    /// <summary>Who calls; every operation but the health checks needs an API key.</summary>
    protected Caller Caller => Caller.Of(User)!;

    /// <summary>What the API's description says of it: one sentence, and the problems it has beside those of every operation.</summary>
    protected void Describe(string summary, params int[] problems) => Description(route =>
    {
        route.WithSummary(summary);
        foreach (var status in problems) route.ProducesProblem(status);
    });
}

/// <summary>An operation that takes nothing but its address.</summary>
internal abstract class Operation<TResponse> : Operation<EmptyRequest, TResponse>
{
    public sealed override Task<TResponse> ExecuteAsync(EmptyRequest req, CancellationToken ct) => AnswerAsync(ct);

    protected abstract Task<TResponse> AnswerAsync(CancellationToken cancellation);
}
