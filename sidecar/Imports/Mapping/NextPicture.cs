namespace Connector.Imports.Mapping;

/// <summary>Lets the pictures of a product take turns: each import makes a pin of the next one that has none yet.</summary>
internal static class NextPicture
{
    /// <summary>Every key by which a row may be known.</summary>
    public static IEnumerable<string> Keys(RowPlan plan) =>
        plan.TakesNextOf is { } own ? plan.Pins.Select(pin => pin.IdempotencyKey!).Append(own) : [];

    /// <summary>The row with the one pin that is to be made, or with one that is there already when all have been.</summary>
    /// <param name="plan">A row; one whose pictures do not take turns stays as it is.</param>
    /// <param name="isKnown">Whether an import of the account had that key.</param>
    public static RowPlan Choose(RowPlan plan, Func<string, bool> isKnown)
    {
        if (plan.TakesNextOf is not { } own || plan.Pins.Count == 0) return plan;

        // Before pictures took turns, the first one went under the key of the row itself.
        var pins = isKnown(own) ? [plan.Pins[0] with { IdempotencyKey = own }, .. plan.Pins.Skip(1)] : plan.Pins;
        var made = pins.LastOrDefault(pin => isKnown(pin.IdempotencyKey!));
        // A row that comes twice in a file gets no second turn.
        var next = plan.Repeated.Count > 0 && made is not null ? made : pins.FirstOrDefault(pin => !isKnown(pin.IdempotencyKey!));
        return plan with { Pins = [next ?? made!] };
    }
}
