using Connector.Accounts;
using Connector.Audience.Calls;
using Connector.Audience.Reading;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Audience;

/// <summary>Reads from Pinterest what people search; nothing is stored.</summary>
internal sealed class Keywords(AudienceCalls calls)
{
    public const int MostTerms = 10, MostSuggested = 10, LongestTerm = 100;

    public async Task<KeywordTable> FindAsync(
        Caller caller, string? accountId, string? terms, string? kind, int limit, CancellationToken cancellation)
    {
        var words = Choices.Words("terms", terms, MostTerms, LongestTerm);
        if (words.Count == 0) throw Problems.Invalid("terms", $"must be 1 to {MostTerms} words, separated by commas.");
        var found = Choices.One("kind", kind ?? KeywordKind.Related, KeywordKind.All);
        var rows = found switch
        {
            KeywordKind.Related => await RelatedAsync(caller, accountId, words, cancellation),
            _ when words is [var term] => await SuggestedAsync(caller, accountId, term, limit, cancellation),
            _ => throw Problems.Invalid("terms", "must be one term for kind=suggested: Pinterest completes one at a time."),
        };
        return new KeywordTable { Items = rows, Kind = found };
    }

    private async Task<IReadOnlyList<KeywordRow>> RelatedAsync(
        Caller caller, string? accountId, IReadOnlyList<string> terms, CancellationToken cancellation)
    {
        var found = await calls.ReadAsync(
            caller, accountId, AccountCapabilities.Keywords,
            (pinterest, session, token) => pinterest.GetRelatedTermsAsync(session, terms, token), cancellation);
        return
        [
            .. found.RelatedTermsList.OfType<RelatedTermList>()
                .SelectMany(list => Rows(list.Term ?? (terms is [var only] ? only : ""), list.RelatedTerms)),
        ];
    }

    private async Task<IReadOnlyList<KeywordRow>> SuggestedAsync(
        Caller caller, string? accountId, string term, int limit, CancellationToken cancellation)
    {
        var found = await calls.ReadAsync(
            caller, accountId, AccountCapabilities.Keywords,
            (pinterest, session, token) => pinterest.GetSuggestedTermsAsync(session, term, limit, token), cancellation);
        return [.. Rows(term, found)];
    }

    private static IEnumerable<KeywordRow> Rows(string term, IEnumerable<string?> keywords) =>
        Table.Given(keywords).Index().Select(each => new KeywordRow(term, each.Item, each.Index + 1));
}
