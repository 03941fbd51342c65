using Connector.Crash.Power;

namespace Connector.Tests.Crash.Power;

public sealed class DiskTests
{
    private const string File = "connector.db-wal";
    private const int Sector = 512;

    private static readonly DiskEvent[] Named = [new Created(File), new FolderSynced()];

    [Fact]
    public void What_was_synced_is_always_there()
    {
        var left = Cut([.. Named, Write(0, 'a', 3 * Sector), new Synced(File), Write(Sector, 'b', Sector), new Synced(File)]);

        Assert.All(left, file => Assert.Equal(new string('a', Sector) + new string('b', Sector) + new string('a', Sector), file));
    }

    [Fact]
    public void Of_what_was_not_synced_any_sector_may_be_there_or_not()
    {
        var left = Cut([.. Named, Write(0, 'a', 2 * Sector), new Synced(File), Write(0, 'b', 2 * Sector)]);

        Assert.Equal(["aa", "ab", "ba", "bb"], left.Select(file => $"{file![0]}{file[Sector]}").Distinct().Order());
        Assert.All(left, file => Assert.Equal(2, file!.Chunk(Sector).Count(sector => sector.Distinct().Count() == 1)));
    }

    [Fact]
    public void Two_versions_of_a_sector_may_arrive_in_any_order() =>
        Assert.Equal(
            ["a", "b", "c"], Cut([.. Named, Write(0, 'a', 1), new Synced(File), Write(0, 'b', 1), Write(0, 'c', 1)]).Distinct().Order());

    [Fact]
    public void A_length_that_was_not_synced_may_be_the_old_one() =>
        Assert.Equal(["", "aaaa"], Cut([.. Named, Write(0, 'a', 4), new Synced(File), new Resized(File, 0)]).Distinct().Order());

    [Fact]
    public void A_new_file_is_sure_to_be_there_only_once_its_folder_was_synced()
    {
        Assert.Equal([null, "a"], Cut([new Created(File), Write(0, 'a', 1), new Synced(File)]).Distinct().Order());
        Assert.Equal(["a"], Cut([new Created(File), Write(0, 'a', 1), new Synced(File), new FolderSynced()]).Distinct());
    }

    [Fact]
    public void A_removed_file_may_come_back_until_its_folder_was_synced()
    {
        DiskEvent[] removed = [.. Named, Write(0, 'a', 1), new Synced(File), new Removed(File)];

        Assert.Equal([null, "a"], Cut(removed).Distinct().Order());
        Assert.Equal([null], Cut([.. removed, new FolderSynced()]).Distinct());
    }

    [Fact]
    public void A_promise_is_broken_by_a_pin_that_is_lost_and_by_an_attempt_that_is_forgotten()
    {
        var promises = new Promises();
        promises.Apply(new Answered("pin_1"));
        promises.Apply(new Sent("A lamp"));

        Assert.Null(promises.Against(
            new DatabaseAfterCut(new HashSet<string> { "pin_1", "pin_2" }, new HashSet<string> { "A lamp" }, null)).Example);
        Assert.Equal(1, promises.Against(new DatabaseAfterCut(new HashSet<string>(), new HashSet<string> { "A lamp" }, null)).Lost);
        Assert.Equal(1, promises.Against(new DatabaseAfterCut(new HashSet<string> { "pin_1" }, new HashSet<string>(), null)).Forgotten);
        Assert.True(promises.Against(new DatabaseAfterCut(new HashSet<string>(), new HashSet<string>(), "malformed")).IsCorrupt);
    }

    private static Written Write(long at, char letter, int count) => new(File, at, [.. Enumerable.Repeat((byte)letter, count)]);

    /// <summary>What many cuts leave of the file; null where it is not there.</summary>
    private static List<string?> Cut(DiskEvent[] events)
    {
        var disk = new Disk();
        foreach (var happened in events) disk.Apply(happened);
        var random = new Random(1);
        return [.. Enumerable.Range(0, 200).Select(
            _ => disk.Cut(random).TryGetValue(File, out var image) ? System.Text.Encoding.ASCII.GetString(image.Bytes) : null)];
    }
}
