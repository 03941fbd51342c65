using Connector.Storage.Sqlite;

namespace Connector.Tests.Storage;

public sealed class SqliteLibraryTests
{
    [Theory]
    [InlineData("3.51.3")]
    [InlineData("3.53.4")]
    [InlineData("4.0.0")]
    public void A_library_without_the_wal_reset_bug_is_used(string version) => SqliteLibrary.EnsureSafe(version);

    [Theory]
    [InlineData("3.51.2")]
    [InlineData("3.50.4")]
    [InlineData("3.9.9")]
    public void An_older_library_is_refused_in_one_line_that_names_both_versions(string version)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => SqliteLibrary.EnsureSafe(version)).Message;

        Assert.Contains($"version {version},", refusal, StringComparison.Ordinal);
        Assert.Contains("3.51.3", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal);
    }
}
