using Connector.Audience;
using Connector.Console.Parts;
using Connector.Console.Requests;
using Connector.Http;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages;

/// <content>Words that people search, for the description.</content>
public partial class NewPinPage
{
    private const int MostWords = 24;

    private IReadOnlyList<string>? _words;
    private Problem? _wordsProblem;
    private string? _described;

    [Inject]
    private Keywords Words { get; set; } = null!;

    /// <summary>Whether a button of the picker was pressed; a word is then added, and words are found again.</summary>
    private async Task<bool> PicksWordsAsync()
    {
        var act = Field("act");
        if (act.StartsWith(KeywordPicker.Add, StringComparison.Ordinal))
            _described = string.Join(' ', new[] { Given("description"), act[KeywordPicker.Add.Length..].Trim() }.OfType<string>());
        else if (act != KeywordPicker.Find) return false;

        try
        {
            var terms = new[] { Given("title"), BoardName }.Select(KeywordTerm.Of).Where(term => term.Length > 0).ToList();
            var found = terms.Count == 0
                ? throw Problems.Invalid("title", "is empty: write what the pin is about, or choose a board.")
                : await Words.FindAsync(
                    Caller, _account!.Id, string.Join(',', terms), KeywordKind.Related, Keywords.MostSuggested, Http.RequestAborted);
            _words = [.. found.Items.Select(row => row.Keyword).Distinct().Take(MostWords)];
        }
        catch (Exception error) when (ConsoleProblems.Of(error) is { } problem)
        {
            _wordsProblem = PageWords.Of(problem);
        }

        return true;
    }
}
