using Connector.Http;
using Connector.Metrics.Tables;

namespace Connector.Metrics.Reading;

/// <summary>Asks for the best ones of an account, the best first; also says the last day that is final.</summary>
internal delegate Task<(IEnumerable<MetricRow> Rows, DateOnly? CompleteThrough)> TopReading(
    Caller caller, string? accountId, MetricsRequest question, Metric by, int limit, CancellationToken cancellation);

/// <summary>An operation that names what did best: which things, how they are sorted and who reads them is its own.</summary>
/// <remarks>These are no arguments of the constructor: FastEndpoints configures an operation before it is constructed.</remarks>
internal abstract class TopOperation<TCall>(TimeProvider clock) : Operation<TCall, IResult>
    where TCall : MetricsCall
{
    /// <summary>In the plural.</summary>
    protected abstract string Things { get; }

    protected abstract Measured Subject { get; }

    /// <summary>The metrics they can be sorted by.</summary>
    protected abstract IReadOnlyList<string> Order { get; }

    public sealed override void Configure()
    {
        Get($"/top-{Things}");
        Group<MetricsRoutes>();
        Policies(Scope.Read);
        Describe($"Get the account's best {Things} over the range, the best first; pin_id is ours where the connector published it.");
        Description(route => route.AnswersWithRows());
    }

    protected async Task<IResult> AnswerAsync(
        TCall call, string sortBy, int limit, TopReading read, CancellationToken cancellation)
    {
        var question = MetricsRequest.ByTotals(call, Subject, HttpContext.Request, clock);
        if (question.ByDay) throw Problems.Invalid("granularity", $"must be total: Pinterest has no days for top {Things}.");
        if (!Order.Contains(sortBy)) throw Problems.Invalid("sort_by", $"must be one of {string.Join(", ", Order)}.");
        var by = Metric.All.First(metric => metric.Name == sortBy);
        var (rows, completeThrough) = await read(Caller, call.AccountId, question, by, limit, cancellation);
        return MetricsResponse.Of(question, rows, completeThrough);
    }
}
