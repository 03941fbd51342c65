using Connector.Http;
using Connector.Imports.Mapping;
using Connector.Imports.Reading;
using Connector.Pins;

namespace Connector.Imports.Work;

/// <summary>An import that is being worked.</summary>
/// <param name="row">How far it is.</param>
/// <param name="planner">Decides what its rows become.</param>
/// <param name="places">Their times in a season; null where they are not spread.</param>
internal sealed class Work(ImportRow row, RowPlanner planner, SeasonPlaces? places)
{
    private readonly List<(long Number, PinDraft Draft)> _drafts = [];
    private readonly SeenKeys _keys = new(row.Total ?? 0);

    /// <summary>How far it is.</summary>
    public ImportRow Row { get; set; } = row;

    /// <summary>What the next row of the file becomes; every row has to come, also those that were worked before.</summary>
    public RowPlan Plan(ImportItem item)
    {
        var plan = _keys.See(planner.Of(item));
        if (places is null || plan.Pins.Count == 0) return plan;
        if (plan.TakesNextOf is null) return plan with { Pins = [.. plan.Pins.Select(places.Next)] };

        var at = places.Next(plan.Pins[0]).SpreadAt;
        return plan with { Pins = [.. plan.Pins.Select(pin => pin with { SpreadAt = at })] };
    }

    /// <summary>The boards that are known to be there.</summary>
    public HashSet<string> Boards { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The pins of a dry run that would be made, with the numbers of their results.</summary>
    public IReadOnlyList<(long Number, PinDraft Draft)> Drafts => _drafts;

    /// <summary>Its pins are accepted in the name of the key that asked for them, and for its account alone.</summary>
    public Caller Caller { get; } =
        new(row.KeyId, row.WorkspaceId, new HashSet<string> { Scope.Publish }, new HashSet<string> { row.AccountId });

    /// <summary>Remembers those of a dry run that would be made, as many as are reckoned with.</summary>
    public void Expect(IReadOnlyList<RowPlan> plans, IReadOnlyList<PinDraft> drafts)
    {
        var next = 0;
        var number = Row.Results;
        foreach (var plan in plans)
        {
            if (plan.Pins.Count == 0) number++;
            foreach (var _ in plan.Pins)
            {
                number++;
                var draft = drafts[next++];
                var isNew = draft is { Problem: null, EarlierId: null, BoardId: not null }
                    && !plan.Repeated.Contains(draft.Request.IdempotencyKey!);
                if (isNew && _drafts.Count < DryRunPlan.MostPins) _drafts.Add((number, draft));
            }
        }
    }
}
