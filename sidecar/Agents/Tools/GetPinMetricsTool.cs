using System.ComponentModel;
using Connector.Agents.Protocol;
using Connector.Http;
using Connector.Metrics;

namespace Connector.Agents.Tools;

/// <summary>One pin's numbers.</summary>
internal sealed class GetPinMetricsTool(PinNumbers numbers) : AgentTool<PinMetricsArguments, PinMetricsAnswer>
{
    public override string Name => "get_pin_metrics";

    protected override string Title => "Get a pin's numbers";

    protected override string Description =>
        "Impressions, saves, clicks and more of one pin, in total unless by_day. A number that is not known is null, never 0. Asks "
        + "Pinterest, which needs a day or two to count.";

    protected override bool AsksPinterest => true;

    protected override async Task<PinMetricsAnswer> AnswerAsync(
        AgentCall call, PinMetricsArguments arguments, CancellationToken cancellation)
    {
        var asked = new GetPinMetricsCall
        {
            Id = arguments.Id,
            AccountId = arguments.AccountId,
            StartDate = arguments.StartDate,
            EndDate = arguments.EndDate,
            Granularity = arguments.ByDay ? "day" : "total",
        };
        var read = await numbers.ReadAsync(call.Caller, asked, cancellation);
        return new PinMetricsAnswer(
            read.Question.Range.Start, read.Question.Range.End, read.CompleteThrough,
            [.. read.Rows.Select(row => new ToolMetrics(
                row.Date, row.DataStatus, row.Numbers.ToDictionary(each => each.Key, each => each.Value as decimal?)))]);
    }
}

/// <summary>Which pin's numbers, of which days.</summary>
public sealed record PinMetricsArguments
{
    [Description("The pin's id (pin_…), or Pinterest's.")]
    [Text(64)]
    public required string Id { get; init; }

    [Description("An id of list_accounts; needed only with Pinterest's id and several accounts.")]
    [Text(64)]
    public string? AccountId { get; init; }

    [Description("First day (UTC, YYYY-MM-DD), at most 89 days back; 30 days up to the end date if left out.")]
    [Text(32)]
    public string? StartDate { get; init; }

    [Description("Last day (UTC, YYYY-MM-DD); yesterday if left out.")]
    [Text(32)]
    public string? EndDate { get; init; }

    [Description("A row for each day.")]
    public bool ByDay { get; init; }
}

/// <summary>A pin's numbers; complete_through is the last day that is final.</summary>
public sealed record PinMetricsAnswer(
    DateOnly StartDate, DateOnly EndDate, DateOnly? CompleteThrough, IReadOnlyList<ToolMetrics> Rows);

/// <summary>Numbers of a day, or of the whole range.</summary>
public sealed record ToolMetrics(DateOnly? Date, string? DataStatus, IReadOnlyDictionary<string, decimal?> Numbers);
