namespace Connector.Contract.Comparing;

/// <summary>What is different between two descriptions, and what it means.</summary>
/// <param name="Older">Version of the one.</param>
/// <param name="Newer">Version of the other.</param>
/// <param name="Changes">What matters most first.</param>
internal sealed record Comparison(string Older, string Newer, IReadOnlyList<Change> Changes)
{
    public static Comparison Of(Facts older, Facts newer) => new(
        older.Version, newer.Version,
        [.. Operations(older, newer).OrderBy(change => change.Weight).ThenBy(change => change.Where, StringComparer.Ordinal)]);

    private static IEnumerable<Change> Operations(Facts older, Facts newer)
    {
        foreach (var name in older.Operations.Keys.Except(newer.Operations.Keys))
            yield return new Change(Weight.Breaks, name, "is gone", "the connector calls it: find another way, or give up what needs it");
        foreach (var name in newer.Operations.Keys.Except(older.Operations.Keys))
            yield return new Change(Weight.More, name, "is new", "the connector calls it already");
        foreach (var name in older.Others.Except(newer.Others).Except(newer.Operations.Keys))
            yield return new Change(Weight.More, name, "is gone", "the connector does not call it");
        foreach (var name in newer.Others.Except(older.Others).Except(older.Operations.Keys))
            yield return new Change(Weight.More, name, "is new", "the connector could offer it");
        foreach (var (name, was) in older.Operations)
            if (newer.Operations.TryGetValue(name, out var now))
                foreach (var change in Within(name, was, now)) yield return change;
    }

    private static IEnumerable<Change> Within(string name, OperationFacts was, OperationFacts now)
    {
        if (was.Rate != now.Rate)
            yield return new(
                Weight.Breaks, name, $"counts as {now.Rate ?? "nothing"}, and not as {was.Rate ?? "nothing"}",
                "it must be paced in that category: RateCategory in sidecar/Pinterest");
        if (was.Sandbox != now.Sandbox)
            yield return new(
                Weight.Look, name, $"is {now.Sandbox ?? "not said"} in the sandbox; it was {was.Sandbox ?? "not said"}",
                "AccountCapabilities says what the sandbox has");
        if (!was.Access.SequenceEqual(now.Access))
            yield return new(
                Weight.Look, name, $"needs {Words(now.Access)}; it needed {Words(was.Access)}",
                "AccountCapabilities and PinterestScopes must say the same");
        if (!was.Deprecated && now.Deprecated)
            yield return new(Weight.Look, name, "is deprecated", "it will be gone some day: look for what stands in its place");
        foreach (var change in FieldComparison.OfRequest(name, was.Request, now.Request)) yield return change;
        foreach (var change in FieldComparison.OfAnswer(name, was.Answer, now.Answer)) yield return change;
    }

    private static string Words(IReadOnlyList<string> access) => access.Count == 0 ? "no token" : string.Join(", or ", access);
}
