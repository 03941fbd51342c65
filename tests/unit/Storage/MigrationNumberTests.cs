using System.Globalization;
using Connector.Tests.Support;

namespace Connector.Tests.Storage;

public sealed class MigrationNumberTests
{
    [Fact]
    public void Each_number_has_one_script_for_each_engine_and_none_is_left_out()
    {
        var folder = Repository.Path("sidecar", "Storage", "Migrations");
        var names = Directory.GetFiles(folder, "*.sql").Select(path => Path.GetFileName(path)!);

        // Of two with one number only one would run, and nothing would say so.
        var ofPostgres = names.Where(name => name.EndsWith(".postgres.sql", StringComparison.Ordinal)).Select(NumberOf).ToList();
        var numbers = names.Where(name => !name.EndsWith(".postgres.sql", StringComparison.Ordinal)).Select(NumberOf).Order().ToList();

        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        Assert.Equal(ofPostgres.Distinct(), ofPostgres);
        Assert.Empty(ofPostgres.Except(numbers));
    }

    private static int NumberOf(string name) => int.Parse(name[..4], CultureInfo.InvariantCulture);
}
