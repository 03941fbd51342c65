using Connector.Http;
using Connector.Imports.Mapping;
using Connector.Pins;

namespace Connector.Imports.Work;

/// <summary>Says what became of rows.</summary>
internal static class RowResults
{
    public const string RowInvalid = "row_invalid", RowSkipped = "row_skipped";

    /// <summary>A result for each pin of the rows, and one for each row without; pins are taken in the order of the rows.</summary>
    /// <param name="plans">The rows.</param>
    /// <param name="drafts">Their pins.</param>
    /// <param name="added">What is on disk of them; null in a dry run.</param>
    public static List<ResultRow> Of(
        IReadOnlyList<RowPlan> plans, IReadOnlyList<PinDraft> drafts, IReadOnlyList<AddedPin?>? added)
    {
        var results = new List<ResultRow>();
        var next = 0;
        foreach (var plan in plans)
        {
            if (plan.Pins.Count == 0) results.Add(Without(plan));
            foreach (var _ in plan.Pins)
            {
                results.Add(Of(plan, drafts[next], added?[next], isDry: added is null));
                next++;
            }
        }

        return results;
    }

    /// <summary>The keys of rows, with their pins that are on disk.</summary>
    public static IEnumerable<(string Key, string PinId)> Keys(IReadOnlyList<PinDraft> drafts, IReadOnlyList<AddedPin?> added) =>
        from each in drafts.Zip(added)
        where each.Second is not null && each.First.Request.IdempotencyKey is not null
        select (each.First.Request.IdempotencyKey!, each.Second!.Id);

    private static ResultRow Without(RowPlan plan) => new()
    {
        RowNumber = plan.Row,
        ItemKey = plan.Key,
        Status = plan.Problem is null ? ResultStatus.Skipped : ResultStatus.Failed,
        Details = new ResultDetails
        {
            Problem = plan.Problem is { } problem
                ? ImportProblem.Of(RowInvalid, problem, "Correct the row and send it again: errors.csv has it.")
                : ImportProblem.Of(RowSkipped, plan.Skipped!, "Change skip in the map if such rows are to become pins."),
        }.Store(),
    };

    private static ResultRow Of(RowPlan plan, PinDraft draft, AddedPin? added, bool isDry) => new()
    {
        RowNumber = plan.Row,
        ItemKey = plan.Key,
        Status = draft.Problem is not null ? ResultStatus.Failed
            : draft.EarlierId is not null || added is { IsNew: false } || (isDry && Repeats(plan, draft)) ? ResultStatus.Existing
            : ResultStatus.Created,
        PinId = added?.Id ?? draft.EarlierId,
        Details = new ResultDetails
        {
            Problem = draft.Problem is { } problem ? ImportProblem.Of(problem) : null,
            Warnings = Warnings(plan, draft),
            Pin = isDry ? ImportedPin.Of(draft.Request, draft.BoardId) : null,
        }.Store(),
    };

    private static List<Check>? Warnings(RowPlan plan, PinDraft draft) =>
        Repeats(plan, draft) ? [.. draft.Warnings, Duplicate(plan.Key)]
        : draft.Warnings.Count > 0 ? [.. draft.Warnings]
        : null;

    private static bool Repeats(RowPlan plan, PinDraft draft) => plan.Repeated.Contains(draft.Request.IdempotencyKey!);

    private static Check Duplicate(string? key) => Check.Warning(
        "key", "duplicate_key",
        key is null
            ? "An earlier row of the file has the same link and the same picture, so this one makes no pin of its own."
            : $"An earlier row of the file has the key \"{Shown.Cut(key)}\" too, so this one makes no pin of its own.",
        "Give each row a key of its own, or leave the row out.");
}
