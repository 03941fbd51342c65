using System.Text.RegularExpressions;
using Connector.Cli;
using Connector.Tests.Support;

namespace Connector.Tests.Cli;

public sealed partial class CommandLineTests
{
    [Fact]
    public void The_README_names_the_commands_that_the_program_knows()
    {
        var ours = CommandLine.Help.Split('\n').Select(row => Command().Match(row).Groups[1].Value.Trim());
        var table = File.ReadLines(Repository.Path("README.md"))
            .SkipWhile(line => line != "| command | what it does |")
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'));
        var named = table.Select(row => InTable().Match(row).Groups[1].Value.Replace(@"\|", "|", StringComparison.Ordinal));

        Assert.Equal(ours.Order(), named.Order());
    }

    [GeneratedRegex("^(.*?)(  |$)")]
    private static partial Regex Command();

    [GeneratedRegex(@"^\| `(connector[^`]*)`")]
    private static partial Regex InTable();
}
