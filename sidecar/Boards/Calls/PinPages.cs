using Connector.Accounts;
using Connector.Http;
using Connector.Pinterest;

namespace Connector.Boards.Calls;

/// <summary>Reads a page of ours out of as many of Pinterest's as it takes.</summary>
internal static class PinPages
{
    // Pinterest may give fewer than asked for; then the answer is short and its cursor goes on.
    private const int MostCalls = 5;

    /// <param name="list">What is listed, by which its cursors are told from those of other lists.</param>
    /// <param name="call">How many, and from where on.</param>
    /// <param name="read">Reads one of Pinterest's pages: its bookmark, and how many.</param>
    public static async Task<Page<LinkedPin>> ReadAsync(
        string list, PageCall call, Func<string?, int, Task<PinterestPage<PinterestPin>>> read)
    {
        var place = PinCursor.Open(list, call.Cursor);
        var pins = new List<PinterestPin>();
        for (var calls = 0; calls < MostCalls && pins.Count < call.Limit; calls++)
        {
            if (await TryReadAsync(place, pins.Count > 0) is not { } page) break;

            var fresh = page.Items.Skip(place.Skip).Take(call.Limit - pins.Count).ToList();
            // What Pinterest could not describe is left out; a listing that moves gives a pin twice.
            pins.AddRange(fresh.Where(pin => pin is { Id.Length: > 0 } && !pins.Exists(known => known.Id == pin.Id)));
            var seen = place.Skip + fresh.Count;
            if (seen < page.Items.Count)
            {
                place = place with { Skip = seen };
                continue;
            }

            // Some of Pinterest's lists end with an empty page instead of without a bookmark.
            if (page.Items.Count == 0 || page.Bookmark is not { Length: > 0 } next || next == place.Bookmark) return Answer(pins, null);
            place = place with { Bookmark = next, Skip = 0 };
        }

        return Answer(pins, place.Seal());

        // What was read before a page failed is an answer; its cursor leads to the page that failed.
        async Task<PinterestPage<PinterestPin>?> TryReadAsync(PinCursor from, bool hasSome)
        {
            try
            {
                return await read(from.Bookmark, call.Limit);
            }
            catch (Exception error) when (hasSome && error is (PinterestException or TokenRefreshException or ProblemException))
            {
                return null;
            }
        }
    }

    private static Page<LinkedPin> Answer(IEnumerable<PinterestPin> pins, string? cursor) => new([.. pins.Select(LinkedPin.From)], cursor);
}
