using System.Security.Cryptography;
using System.Text;
using Connector.Pinterest;

namespace Connector.Catalogs.Feeds;

/// <summary>What a look at a feed means: what is told, what is remembered, and when to look again.</summary>
/// <param name="After">The watch from now on.</param>
/// <param name="News">What is told, oldest first.</param>
internal sealed record FeedDecision(FeedWatchRow After, IReadOnlyList<FeedNews> News)
{
    /// <summary>While Pinterest processes the feed.</summary>
    public static readonly TimeSpan Busy = TimeSpan.FromMinutes(15);

    /// <summary>At other times.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    /// <summary>A processing of which no end is seen for so long is told.</summary>
    public static readonly TimeSpan TooLong = TimeSpan.FromHours(24);

    private const char Going = '~', Stuck = '!';
    private const int Remembered = 60;

    public static FeedDecision Of(FeedWatchRow row, IEnumerable<FeedResult> results, DateTimeOffset now)
    {
        var seen = row.Seen.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var all = results.Where(result => result.Id.Length > 0).OrderBy(result => result.CreatedAt)
            .Select(result => (Result: result, Hash: Hash(result.Id)))
            .ToList();
        var over = all.FindAll(each => IsOver(each.Result));
        var news = over
            .Where(each => !seen.Contains(each.Hash) && IsNew(each.Result, each.Hash))
            .Select(each => new FeedNews(each.Result.Id, each.Result.Status == "FAILED" ? FeedNews.Failed : null))
            .ToList();

        var going = all.FindAll(each => !IsOver(each.Result));
        var waited = going.FindAll(each => !seen.Contains(Stuck + each.Hash));
        var isAsked = row.Asked == 1 && news.Count == 0 && waited.Count == 0;
        var isBusy = isAsked || waited.Count > 0;
        var busySince = news.Count > 0 ? now : row.BusySince ?? now;
        var isTooLong = isBusy && now - busySince >= TooLong;
        if (isTooLong) news.Add(new FeedNews(waited.Count > 0 ? waited[^1].Result.Id : null, FeedNews.NotFinished));

        string[] remembered =
        [
            .. over.Select(each => each.Hash),
            .. going.Select(each => (isTooLong || !waited.Contains(each) ? Stuck : Going) + each.Hash),
        ];
        // What is not on the page that was read stays known as long as there is room.
        var before = seen.Where(hash => hash[0] is not (Going or Stuck)).Except(remembered);
        var after = row with
        {
            Seen = string.Join(' ', remembered.Concat(before).Take(Remembered)),
            Asked = isAsked && !isTooLong ? 1 : 0,
            BusySince = isBusy && !isTooLong ? busySince : null,
            LastLookedAt = now,
            NextLookAt = now + (isBusy && !isTooLong ? Busy : Quiet),
            ErrorCode = null,
            ErrorMessage = null,
            ErrorRemediation = null,
        };
        return new FeedDecision(after, news);

        bool IsNew(FeedResult result, string hash) =>
            !(result.CreatedAt < row.Since) || seen.Contains(Going + hash) || seen.Contains(Stuck + hash);
    }

    /// <summary>When to look again after a look that failed.</summary>
    public static DateTimeOffset NextAfterError(FeedWatchRow row, DateTimeOffset now) => now + (row.BusySince is null ? Quiet : Busy);

    // A word that is not known is not an end.
    private static bool IsOver(FeedResult result) => result.Status is "COMPLETED" or "FAILED";

    private static string Hash(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..16];
}

/// <summary>How a processing of a feed ended, or that it does not.</summary>
/// <param name="ResultId">Pinterest's id of it; null where there is none.</param>
/// <param name="Reason">Why it counts as failed; null when it was processed.</param>
internal sealed record FeedNews(string? ResultId, string? Reason)
{
    /// <summary>Pinterest says so.</summary>
    public const string Failed = "failed";

    /// <summary>For a day no end of it was seen.</summary>
    public const string NotFinished = "not_finished";

    /// <summary>The feed was deleted on Pinterest.</summary>
    public const string Gone = "feed_gone";
}
