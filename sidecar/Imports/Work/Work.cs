using Connector.Http;
using Connector.Imports.Mapping;
using Connector.Pins;

namespace Connector.Imports.Work;

/// <summary>An import that is being worked.</summary>
internal sealed class Work(ImportRow row, RowPlanner planner)
{
    private readonly List<(long Number, PinDraft Draft)> _drafts = [];

    /// <summary>How far it is.</summary>
    public ImportRow Row { get; set; } = row;

    public RowPlanner Planner => planner;

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
                var isNew = draft is { Problem: null, EarlierId: null, BoardId: not null };
                if (isNew && _drafts.Count < DryRunPlan.MostPins) _drafts.Add((number, draft));
            }
        }
    }
}
