using Connector.Boards;
using Connector.Http;
using Connector.Pins.Lifecycle;
using Connector.Pinterest;

namespace Connector.Pins.Published;

/// <summary>What a request changes about a published pin: the pin as it is to be, and the fields that are sent.</summary>
internal sealed record PublishedChange(PinRow Wanted, IReadOnlyList<PublishedField> Fields)
{
    private static readonly string[] OnPinterest =
    [
        nameof(EditPinRequest.Title), nameof(EditPinRequest.Description), nameof(EditPinRequest.AltText), nameof(EditPinRequest.LinkUrl),
        nameof(EditPinRequest.Board), nameof(EditPinRequest.BoardSectionId),
    ];

    /// <exception cref="ProblemException">Pinterest changes one of the fields of no published pin.</exception>
    public static void EnsurePossible(EditPinRequest request, PinRow pin)
    {
        var others = request.GivenFields.Except(OnPinterest).Select(FieldNames.FromPath).Order().ToList();
        if (others.Count > 0) throw PinProblems.NotChangedOnPinterest(pin, others);
    }

    /// <summary>Sent are the fields that the request names, and the section where the board takes it along.</summary>
    public static PublishedChange Of(EditPinRequest request, PinRow pin, BoardTarget? board, DateTimeOffset now)
    {
        var wanted = request.Apply(pin, null, board, now);
        return new(wanted, [.. PublishedField.All.Where(field => IsNamed(request, field.Name))]);
    }

    /// <summary>As Pinterest takes it; null clears.</summary>
    public Dictionary<string, string?> Sent => Fields.ToDictionary(one => one.TheirName, one => one.Ours(Wanted));

    /// <summary>The fields that Pinterest shows otherwise than they were sent.</summary>
    public IReadOnlyList<PublishedField> NotTaken(PinterestPin pin) =>
        [.. Fields.Where(field => !field.IsSame(field.Ours(Wanted), field.Theirs(pin)))];

    /// <summary>The pin as it is kept: with the new values but for those that were not taken.</summary>
    public PinRow Kept(PinRow row, IReadOnlyList<PublishedField> notTaken)
    {
        return row with
        {
            Title = Taken("title") ? Wanted.Title : row.Title,
            Description = Taken("description") ? Wanted.Description : row.Description,
            AltText = Taken("alt_text") ? Wanted.AltText : row.AltText,
            LinkUrl = Taken("link_url") ? Wanted.LinkUrl : row.LinkUrl,
            LinkDomain = Taken("link_url") ? Wanted.LinkDomain : row.LinkDomain,
            BoardId = Taken("board_id") ? Wanted.BoardId : row.BoardId,
            // A section belongs to its board, so a pin that has moved has lost the old one.
            BoardSectionId = Taken("board_section_id") ? Wanted.BoardSectionId
                : Taken("board_id") && Wanted.BoardId != row.BoardId ? null
                : row.BoardSectionId,
        };

        bool Taken(string name) => Fields.Except(notTaken).Any(field => field.Name == name);
    }

    private static bool IsNamed(EditPinRequest request, string field) => field switch
    {
        "title" => request.Has(nameof(EditPinRequest.Title)),
        "description" => request.Has(nameof(EditPinRequest.Description)),
        "alt_text" => request.Has(nameof(EditPinRequest.AltText)),
        "link_url" => request.Has(nameof(EditPinRequest.LinkUrl)),
        "board_id" => request.Has(nameof(EditPinRequest.Board)),
        _ => request.Has(nameof(EditPinRequest.Board)) || request.Has(nameof(EditPinRequest.BoardSectionId)),
    };
}
