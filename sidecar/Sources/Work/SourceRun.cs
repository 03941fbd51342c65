using System.Runtime.CompilerServices;
using Connector.Imports;
using Connector.Keys;
using Connector.Outgoing;
using Connector.Sources.Deciding;
using Connector.Sources.Store;

namespace Connector.Sources.Work;

/// <summary>Looks at one source: fetches it if it has changed, and does what follows from its items.</summary>
internal sealed class SourceRun(
    SourceFetcher fetcher, WatchedFiles files, SourcePins pins, SourceItems items, SourceProgress progress, KeyStore keys,
    Random random, TimeProvider clock)
{
    // Small, so that other writes never wait long.
    private const int AtOnce = 50;

    private const int PageOfItems = 1000;

    public async Task RunAsync(SourceRow row, CancellationToken stop)
    {
        try
        {
            if (row.KeyId.Length > 0 && keys.Find(row.WorkspaceId, row.KeyId) is not { RevokedAt: null })
                throw new SourceException(SourceProblems.KeyRevoked(row.KeyId));
            await CheckAsync(row, stop);
        }
        catch (SourceException failed)
        {
            await progress.FailAsync(row, failed.Problem, Wait(row, failed.Asked));
        }
        catch (SourceWaitException wait)
        {
            await progress.WaitAsync(row, wait.Problem, wait.Wait);
        }
    }

    /// <summary>How long until it is tried again.</summary>
    public TimeSpan Wait(SourceRow row, TimeSpan? asked) => CheckDelay.After(row.Failures + 1, row.Every, asked, random.NextDouble());

    private async Task CheckAsync(SourceRow row, CancellationToken stop)
    {
        var isForced = row.Forced == 1;
        var known = isForced || row is { Etag: null, LastModified: null } ? null : new KnownFile(row.Etag, row.LastModified);
        var first = await fetcher.FetchAsync(row.WorkspaceId, row.Url, known, stop);
        if (first.File is null || (first.File.Sha256 == row.Sha256 && !isForced))
        {
            if (first.File is not null) await files.ForgetAsync(first.File.Id);
            // The same file once more is a second look at what it does not have.
            var missing = items.Missing(row.Id);
            var all = missing.Count == 0 ? 0 : items.Count(row.Id).WithPins;
            await progress.EndAsync(row, After(row, first, row.Sha256), GoneDecision.Of(missing, all, clock.GetUtcNow()));
            return;
        }

        var reading = new SourceReading(row);
        await ReadAsync(row, first.File, reading, stop);
        if (reading.Cut is { } cut) throw new SourceException(SourceProblems.Incomplete(cut));

        // Of several files the first alone does not say whether another has changed.
        var after = reading.Parts.AreSeveral
            ? After(row, first with { Known = new KnownFile(null, null) }, null)
            : After(row, first, first.File.Sha256);
        await progress.EndAsync(
            row, after with { Format = reading.Format, Reads = row.Reads + 1, LastChangedAt = clock.GetUtcNow() }, Missing(row, reading));
    }

    private async Task ReadAsync(SourceRow row, WatchedFile first, SourceReading reading, CancellationToken stop)
    {
        var mapping = WatchedFiles.ReadMapping(row.Mapping);
        var check = new SourceCheck(row, files.MakesBoards(row.AccountId, mapping));
        var (file, url) = (first, row.Url);
        reading.Format = first.Format;
        while (true)
        {
            var count = 0L;
            try
            {
                await foreach (var some in BatchesAsync(file, url, check, mapping, reading, stop))
                {
                    count += some.Count;
                    await pins.TakeAsync(check, [.. some.SelectMany(SeenItem.Of).Where(item => reading.See(item.Key))], stop);
                }
            }
            finally
            {
                await files.ForgetAsync(file.Id);
            }

            reading.Parts.AfterPage(file.Format, url, count);
            if (reading.Cut is not null || reading.Parts.Next() is not { } next) return;

            url = next;
            file = (await fetcher.FetchAsync(row.WorkspaceId, url, null, stop)).File!;
        }
    }

    private async IAsyncEnumerable<List<WatchedItem>> BatchesAsync(
        WatchedFile file, string url, SourceCheck check, ImportMapping? mapping, SourceReading reading,
        [EnumeratorCancellation] CancellationToken stop)
    {
        var batch = new List<WatchedItem>(AtOnce);
        await foreach (var item in files.ReadAsync(file, check.Row.AccountId, url, mapping, check.Row.Board, stop))
        {
            if (item.EndsEarly) reading.Cut = item.Problem;
            else if (item.Further is { } further) reading.Parts.Add(further, isOfIndex: url == check.Row.Url);
            else batch.Add(item);
            if (batch.Count < AtOnce) continue;
            yield return batch;
            batch = new List<WatchedItem>(AtOnce);
        }

        if (batch.Count > 0) yield return batch;
    }

    private MissingItems Missing(SourceRow row, SourceReading reading)
    {
        if (!reading.ListsEverything) return MissingItems.None;

        var missing = new List<SourceItemRow>();
        var all = 0L;
        for (var after = ""; ;)
        {
            var page = items.Page(row.Id, null, after, PageOfItems);
            var pinned = page.FindAll(item => item.State is SourceItemState.Pinned or SourceItemState.Existing);
            all += pinned.Count;
            missing.AddRange(pinned.Where(item => !reading.Has(item.Key)));
            if (page.Count < PageOfItems) return GoneDecision.Of(missing, all, clock.GetUtcNow());
            after = page[^1].Key;
        }
    }

    private static SourceRow After(SourceRow row, FetchedSource fetched, string? sha256) => row with
    {
        Etag = fetched.Known.ETag,
        LastModified = fetched.Known.LastModified,
        Sha256 = sha256,
        MovedTo = fetched.MovedTo,
    };
}
