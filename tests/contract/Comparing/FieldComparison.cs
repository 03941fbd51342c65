namespace Connector.Contract.Comparing;

using Fields = IReadOnlyDictionary<string, FieldFacts>;

/// <summary>What is different about the fields of an operation.</summary>
internal static class FieldComparison
{
    public static IEnumerable<Change> OfRequest(string operation, Fields was, Fields now)
    {
        foreach (var name in was.Keys.Except(now.Keys))
            yield return new(Weight.Breaks, At(operation, name), "is gone", "if the connector sends it, it must not any more");
        foreach (var name in now.Keys.Except(was.Keys))
            yield return now[name].Required
                ? new(Weight.Breaks, At(operation, name), "is new and required", "calls without it are refused")
                : new(Weight.More, At(operation, name), "is new", "it could be offered");
        foreach (var (name, old) in was)
            if (now.TryGetValue(name, out var field))
                foreach (var change in OfRequestField(At(operation, name), old, field)) yield return change;
    }

    public static IEnumerable<Change> OfAnswer(string operation, Fields was, Fields now)
    {
        foreach (var name in was.Keys.Except(now.Keys))
            yield return new(Weight.Look, At(operation, $"answer {name}"), "is gone", "if the connector reads it, it is null from now on");
        foreach (var name in now.Keys.Except(was.Keys))
            yield return new(Weight.More, At(operation, $"answer {name}"), "is new", "it is not read, or passed on as it comes");
        foreach (var (name, old) in was)
        {
            if (!now.TryGetValue(name, out var field)) continue;
            var at = At(operation, $"answer {name}");
            // Every field of an answer is read as one that may be null.
            if (WithoutNull(old.Type) is { } type && type != WithoutNull(field.Type))
                yield return new(Weight.Breaks, at, $"is {field.Type ?? "anything"}; it was {old.Type}", "it may not be read");
            foreach (var change in OfAnswerValues(at, old.Values, field.Values)) yield return change;
        }
    }

    private static IEnumerable<Change> OfRequestField(string at, FieldFacts was, FieldFacts now)
    {
        if (was.Type != now.Type)
            yield return new(Weight.Breaks, at, $"is {now.Type ?? "anything"}; it was {was.Type ?? "anything"}", "it must be sent so");
        if (!was.Required && now.Required) yield return new(Weight.Breaks, at, "is required now", "calls without it are refused");
        if (was.Required && !now.Required) yield return new(Weight.More, at, "may be left out now", "nothing has to be done");
        foreach (var (word, old, limit) in new[] { ("least", was.Least, now.Least), ("most", was.Most, now.Most) })
            if (old != limit)
                yield return new(
                    Weight.Look, at, $"has the limit \"at {word} {limit ?? "anything"}\"; it was {old ?? "anything"}",
                    "the connector's own check must be the same, or pins are refused late or for nothing");
        if (was.Pattern != now.Pattern)
            yield return new(
                Weight.Look, at, $"must look like {now.Pattern ?? "anything"}; it was {was.Pattern ?? "anything"}",
                "the connector's own check must be the same");
        foreach (var change in OfRequestValues(at, was.Values, now.Values)) yield return change;
    }

    // Without a list of values, every value is possible.
    private static IEnumerable<Change> OfRequestValues(string at, IReadOnlyList<string> was, IReadOnlyList<string> now)
    {
        if ((was.Count, now.Count) is (0, > 0))
            yield return new(Weight.Breaks, at, $"can only be {string.Join(", ", now)} now", "calls with others are refused");
        else if ((was.Count, now.Count) is ( > 0, 0))
            yield return new(Weight.More, at, "can be anything now", "the connector could offer more");
        else
        {
            if (was.Except(now).ToList() is { Count: > 0 } gone)
                yield return new(Weight.Breaks, at, $"cannot be {string.Join(", ", gone)} any more", "calls with these are refused");
            if (now.Except(was).ToList() is { Count: > 0 } more)
                yield return new(Weight.More, at, $"can also be {string.Join(", ", more)}", "the connector could offer these");
        }
    }

    private static IEnumerable<Change> OfAnswerValues(string at, IReadOnlyList<string> was, IReadOnlyList<string> now)
    {
        if ((was.Count, now.Count) is (0, > 0))
            yield return new(Weight.More, at, $"is only {string.Join(", ", now)} now", "nothing has to be done");
        else if ((was.Count, now.Count) is ( > 0, 0))
            yield return new(Weight.Look, at, "can be anything now", "where values are told apart, think of others");
        else
        {
            if (now.Except(was).ToList() is { Count: > 0 } more)
                yield return new(Weight.Look, at, $"can also be {string.Join(", ", more)}", "where values are told apart, add these");
            if (was.Except(now).ToList() is { Count: > 0 } gone)
                yield return new(Weight.More, at, $"is no longer {string.Join(", ", gone)}", "nothing has to be done");
        }
    }

    private static string? WithoutNull(string? type) =>
        type is null ? null : string.Join(" or ", type.Split(" or ").Where(name => name != "null"));

    private static string At(string operation, string field) => $"{operation} · {field}";
}
