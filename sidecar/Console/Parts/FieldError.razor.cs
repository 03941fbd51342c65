using Connector.Http;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>What was refused about one field; nothing when that field is right.</summary>
public partial class FieldError
{
    /// <summary>As in the request of the API.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>Why the form was refused; null when it was not.</summary>
    [Parameter, EditorRequired]
    public Problem? Problem { get; set; }

    /// <summary>The id of the element that holds the field.</summary>
    public static string IdOf(string name) => name.Replace('_', '-');

    /// <summary>What was refused about a field; null when nothing was.</summary>
    public static string? Of(Problem? problem, string name) =>
        problem?.Errors?.TryGetValue(name, out var messages) is true
            ? string.Join(" ", messages.Select(message => PageWords.Sentence(name, message)))
            : null;

    /// <summary>The ids of what is said about a field, for <c>aria-describedby</c>; null when nothing is.</summary>
    public static string? Describe(string name, Problem? problem, bool hasHint)
    {
        var error = Of(problem, name) is null ? null : $"{IdOf(name)}-error";
        var hint = hasHint ? $"{IdOf(name)}-hint" : null;
        return (error, hint) is (null, null) ? null : $"{error} {hint}".Trim();
    }
}
