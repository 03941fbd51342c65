using Connector.Pinterest.Client;
using static Connector.Pinterest.RateCategory;

namespace Connector.Pinterest;

internal sealed partial class PinterestClient
{
    /// <summary>Own boards and group boards; <paramref name="privacy"/> is Pinterest's filter, null for its default.</summary>
    public Task<PinterestPage<Board>> ListBoardsAsync(
        PinterestSession session, string? privacy, string? bookmark, int pageSize, CancellationToken cancellation) =>
        ReadAsync<PinterestPage<Board>>(
            session,
            PinterestCall.Get(OrgRead, "/boards", ("privacy", privacy), ("bookmark", bookmark), ("page_size", Number(pageSize))),
            cancellation);

    public Task<Board> GetBoardAsync(PinterestSession session, string boardId, CancellationToken cancellation) =>
        ReadAsync<Board>(session, PinterestCall.Get(OrgRead, BoardPath(boardId)), cancellation, HasId);

    public Task<Board> CreateBoardAsync(PinterestSession session, BoardCreate board, CancellationToken cancellation) =>
        ReadAsync<Board>(session, PinterestCall.Post("/boards", board), cancellation, HasId);

    public Task<Board> UpdateBoardAsync(PinterestSession session, string boardId, BoardUpdate changes, CancellationToken cancellation) =>
        ReadAsync<Board>(session, PinterestCall.Patch(BoardPath(boardId), changes), cancellation, HasId);

    public Task DeleteBoardAsync(PinterestSession session, string boardId, CancellationToken cancellation) =>
        DeleteAsync(session, BoardPath(boardId), cancellation);

    public Task<PinterestPage<BoardSection>> ListSectionsAsync(
        PinterestSession session, string boardId, string? bookmark, int pageSize, CancellationToken cancellation) =>
        ReadAsync<PinterestPage<BoardSection>>(session, Listing($"{BoardPath(boardId)}/sections", bookmark, pageSize), cancellation);

    public Task<BoardSection> CreateSectionAsync(PinterestSession session, string boardId, string name, CancellationToken cancellation) =>
        ReadAsync<BoardSection>(
            session, PinterestCall.Post($"{BoardPath(boardId)}/sections", new BoardSectionName(name)), cancellation, HasId);

    public Task<BoardSection> UpdateSectionAsync(
        PinterestSession session, string boardId, string sectionId, string name, CancellationToken cancellation) =>
        ReadAsync<BoardSection>(
            session, PinterestCall.Patch(SectionPath(boardId, sectionId), new BoardSectionName(name)), cancellation, HasId);

    public Task DeleteSectionAsync(PinterestSession session, string boardId, string sectionId, CancellationToken cancellation) =>
        DeleteAsync(session, SectionPath(boardId, sectionId), cancellation);

    /// <summary>The board's pins, in an order Pinterest does not document; up to 250 at once.</summary>
    public Task<PinterestPage<PinterestPin>> ListBoardPinsAsync(
        PinterestSession session, string boardId, string? bookmark, int pageSize, CancellationToken cancellation) =>
        ReadAsync<PinterestPage<PinterestPin>>(session, Listing($"{BoardPath(boardId)}/pins", bookmark, pageSize), cancellation);

    /// <summary>The section's pins, as <see cref="ListBoardPinsAsync"/>.</summary>
    public Task<PinterestPage<PinterestPin>> ListSectionPinsAsync(
        PinterestSession session, string boardId, string sectionId, string? bookmark, int pageSize, CancellationToken cancellation) =>
        ReadAsync<PinterestPage<PinterestPin>>(
            session, Listing($"{SectionPath(boardId, sectionId)}/pins", bookmark, pageSize), cancellation);

    private static PinterestCall Listing(string path, string? bookmark, int pageSize) =>
        PinterestCall.Get(OrgRead, path, ("bookmark", bookmark), ("page_size", Number(pageSize)));

    private static string BoardPath(string boardId) => $"/boards/{Segment(boardId)}";

    private static string SectionPath(string boardId, string sectionId) => $"{BoardPath(boardId)}/sections/{Segment(sectionId)}";

    private static bool HasId(Board board) => board.Id.Length > 0;

    private static bool HasId(BoardSection section) => section.Id.Length > 0;
}
