using System.Collections.Concurrent;
using System.Globalization;
using Connector.Common;

namespace Connector.Tests.Common;

public sealed class IdTests
{
    private static readonly DateTimeOffset Noon = new(2100, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_id_is_a_prefix_and_26_characters_of_crockford_base32() =>
        Assert.Matches("^pin_[0-7][0-9a-hjkmnp-tv-z]{25}$", Id.New("pin_", Noon));

    [Fact]
    public void An_id_is_a_version_7_uuid_of_its_time()
    {
        // Later than any other test's: ids only ever move forward within a process.
        var at = new DateTimeOffset(3101, 6, 5, 4, 3, 2, 100, TimeSpan.Zero);

        var uuid = Uuid(Id.New("", at));

        Assert.Equal(at.ToUnixTimeMilliseconds(), long.Parse(uuid.AsSpan(0, 12), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        Assert.Equal('7', uuid[12]);
        Assert.Contains(uuid[16].ToString(), "89ab", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-3_600_000)]
    public void Later_ids_sort_after_earlier_ones_whatever_the_clock_does(int stepMilliseconds)
    {
        var start = Noon.AddYears(2);

        var ids = Enumerable.Range(0, 10_000).Select(i => Id.New("", start.AddMilliseconds((double)i * stepMilliseconds))).ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Ids_made_by_many_threads_at_once_are_unique()
    {
        var ids = new ConcurrentBag<string>();

        Parallel.For(0, 20_000, _ => ids.Add(Id.New("", Noon.AddYears(3))));

        Assert.Equal(20_000, ids.Distinct().Count());
    }

    private static string Uuid(string id)
    {
        const string alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
        var value = id.Aggregate(UInt128.Zero, (sum, letter) => sum << 5 | (uint)alphabet.IndexOf(letter, StringComparison.Ordinal));
        return value.ToString("x32", CultureInfo.InvariantCulture);
    }
}
