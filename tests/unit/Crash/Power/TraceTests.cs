using System.Text;
using Connector.Crash.Power;

namespace Connector.Tests.Crash.Power;

public sealed class TraceTests
{
    private static readonly HashSet<string> Files = ["connector.db", "connector.db-wal"];

    [Theory]
    [InlineData(
        """7  openat(AT_FDCWD<{/tmp}>, "{/data/connector.db-wal}", O_RDWR|O_CREAT|O_CLOEXEC, 0644) = 9<{/data/connector.db-wal}>""",
        "Created connector.db-wal")]
    [InlineData("""7  openat(AT_FDCWD<{/tmp}>, "{/data/connector.db}", O_RDONLY|O_CLOEXEC) = 9<{/data/connector.db}>""", "")]
    [InlineData("""7  openat(AT_FDCWD<{/tmp}>, "{/data/connector.db}", O_RDWR|O_CREAT, 0644) = -1 EACCES (Permission denied)""", "")]
    [InlineData("""7  pwrite64(9<{/data/connector.db}>, "{abc}", 3, 4096) = 3""", "Written connector.db 4096 abc")]
    [InlineData("""7  pwrite64(9<{/data/connector.db}>, "{abc}", 3, 4096 <unfinished ...>""", "Written connector.db 4096 abc")]
    [InlineData("""7  pwrite64(9<{/data/connector.db}>, "{abc}", 3, 4096) = -1 ENOSPC (No space left on device)""", "")]
    [InlineData("""7  pwrite64(9<{/data/connector.db-shm}>, "{abc}", 3, 4096) = 3""", "")]
    [InlineData("""7  ftruncate(9<{/data/connector.db-wal}>, 0) = 0""", "Resized connector.db-wal 0")]
    [InlineData("""7  fsync(9<{/data/connector.db-wal}>) = 0""", "Synced connector.db-wal")]
    [InlineData("""7  fsync(9<{/data/connector.db-wal}>) = -1 EIO (Input/output error)""", "")]
    [InlineData("""7  fsync(9<{/data}>) = 0""", "FolderSynced")]
    [InlineData("""7  unlink("{/data/connector.db-wal}") = 0""", "Removed connector.db-wal")]
    [InlineData(
        """7  sendto(9<{socket:[1]}>, "{HTTP/1.1 202 Accepted|{"id":"pin_1","title":"A lamp"}}", 50, 0, NULL, 0) = 50""", "Answered pin_1")]
    [InlineData(
        """7  sendto(9<{socket:[1]}>, "{HTTP/1.1 200 OK|Idempotent-Replayed: true|{"id":"pin_1"}}", 50, 0, NULL, 0 <unfinished ...>""",
        "Answered pin_1")]
    [InlineData("""7  sendto(9<{socket:[1]}>, "{HTTP/1.1 200 OK|{"id":"pin_1"}}", 50, 0, NULL, 0) = 50""", "")]
    [InlineData("""7  sendto(9<{socket:[1]}>, "{POST /v5/pins HTTP/1.1|{"title":"A lamp"}}", 50, 0, NULL, 0) = 50""", "Sent A lamp")]
    [InlineData("""7  --- SIGTERM {si_signo=SIGTERM} ---""", "")]
    [InlineData("""7  +++ exited with 0 +++""", "")]
    public void A_line_becomes_what_it_means(string line, string expected) => Assert.Equal(expected, Read(line));

    [Fact]
    public void A_sync_counts_when_it_has_ended_and_only_if_it_succeeded()
    {
        const string Begun = """7  fsync(9<{/data/connector.db-wal}> <unfinished ...>""", Others =
            """8  pwrite64(5<{/data/connector.db}>, "{x}", 1, 0) = 1""";

        Assert.Equal("Written connector.db 0 x", Read(Begun, Others));
        Assert.Equal("Written connector.db 0 x; Synced connector.db-wal", Read(Begun, Others, "7  <... fsync resumed>) = 0"));
        Assert.Equal("Written connector.db 0 x", Read(Begun, Others, "7  <... fsync resumed>) = -1 EIO (Input/output error)"));
    }

    [Fact]
    public void Writing_the_database_in_a_way_that_is_not_understood_is_an_error() =>
        Assert.Throws<InvalidDataException>(() => Read("""7  write(9<{/data/connector.db}>, "{abc}", 3) = 3"""));

    [Fact]
    public void A_write_that_was_cut_off_in_the_trace_is_an_error() =>
        Assert.Throws<InvalidDataException>(() => Read("""7  pwrite64(9<{/data/connector.db}>, "{abc}"..., 4096, 0) = 4096"""));

    private static string Read(params string[] lines) => string.Join("; ", Trace.Read(lines.Select(Encode), "/data", Files).Select(Show));

    private static string Show(DiskEvent happened) => happened switch
    {
        Created(var file) => $"Created {file}",
        Removed(var file) => $"Removed {file}",
        Written(var file, var offset, var bytes) => $"Written {file} {offset} {Encoding.UTF8.GetString(bytes)}",
        Resized(var file, var length) => $"Resized {file} {length}",
        Synced(var file) => $"Synced {file}",
        Answered(var id) => $"Answered {id}",
        Sent(var title) => $"Sent {title}",
        _ => happened.GetType().Name,
    };

    /// <summary>What stands between the outermost braces is written as strace -xx writes it.</summary>
    private static string Encode(string line)
    {
        var encoded = new StringBuilder();
        var depth = 0;
        foreach (var character in line)
        {
            var (opens, closes) = (character == '{' && !line.Contains("si_signo", StringComparison.Ordinal), character == '}' && depth > 0);
            if (opens && depth++ == 0 || closes && --depth == 0) continue;
            encoded.Append(depth > 0 ? $"\\x{(int)character:x2}" : character.ToString());
        }

        return encoded.ToString();
    }
}
