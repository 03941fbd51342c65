using System.Text.RegularExpressions;
using Connector.Cli;
using Connector.Tests.Support;

namespace Connector.Tests;

public sealed partial class CommandLineTests
{
    [Fact]
    public void The_README_names_the_commands_that_the_program_knows()
    {
        var line = File.ReadLines(Repository.Path("README.md")).Single(line => line.StartsWith("On the command line:", StringComparison.Ordinal));
        var ours = CommandLine.Help.Split('\n').Select(row => Command().Match(row).Groups[1].Value.Trim());

        Assert.Equal(ours.Order(), InReadme().Matches(line).Select(match => match.Groups[1].Value).Distinct().Order());
    }

    [GeneratedRegex("^(.*?)(  |$)")]
    private static partial Regex Command();

    [GeneratedRegex("`(connector[^`]*)`")]
    private static partial Regex InReadme();
}
