using System.Globalization;
using Connector.Console.Pages.Charts;

namespace Connector.Tests.Console;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData("", "0 1")]
    [InlineData("-", "0 1")]
    [InlineData("0 0", "0 1")]
    [InlineData("1", "0 1")]
    [InlineData("3", "0 1 2 3")]
    [InlineData("5", "0 2 4 6")]
    [InlineData("7 2 -", "0 2 4 6 8")]
    [InlineData("10", "0 5 10")]
    [InlineData("41", "0 20 40 60")]
    [InlineData("100", "0 50 100")]
    [InlineData("1234", "0 500 1000 1500")]
    [InlineData("987654", "0 500000 1000000")]
    public void The_scale_ends_at_a_round_number_that_no_value_exceeds(string values, string ticks)
    {
        var scale = ChartScale.Of(Parse(values));

        Assert.Equal(Parse(ticks), scale.Ticks.Select(tick => (decimal?)tick));
        Assert.Equal(scale.Ticks[^1], scale.Top);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("25", 25)]
    [InlineData("100", 100)]
    [InlineData("33.333", 33.33)]
    [InlineData("-5", 0)]
    [InlineData("500", 100)]
    public void A_value_stands_at_its_part_of_the_height(string value, double height) =>
        Assert.Equal(height, ChartScale.Of([100]).Height(decimal.Parse(value, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("", "")]
    [InlineData("- -", "")]
    [InlineData("1 2 3", "0-2")]
    [InlineData("1 - 3", "0-0 2-2")]
    [InlineData("- 1 2 - - 5", "1-2 5-5")]
    public void A_value_that_is_not_known_leaves_a_gap(string values, string runs) => Assert.Equal(
        runs,
        string.Join(' ', ChartScale.Of(Parse(values)).Runs(Parse(values)).Select(run => $"{run[0].Index}-{run[^1].Index}")));

    [Theory]
    [InlineData(1, "0")]
    [InlineData(4, "0 1 2 3")]
    [InlineData(7, "0 2 4 6")]
    [InlineData(30, "0 10 19 29")]
    [InlineData(89, "0 29 59 88")]
    public void The_first_and_the_last_day_have_a_label(int days, string labels) =>
        Assert.Equal(labels, string.Join(' ', ChartScale.Labels(days, 4)));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("950", "950")]
    [InlineData("1000", "1k")]
    [InlineData("1500", "1.5k")]
    [InlineData("2500000", "2.5M")]
    public void Numbers_at_the_edge_are_short(string number, string text) =>
        Assert.Equal(text, ChartScale.Short(decimal.Parse(number, CultureInfo.InvariantCulture)));

    private static List<decimal?> Parse(string values) =>
    [
        .. values.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(value => value == "-" ? (decimal?)null : decimal.Parse(value, CultureInfo.InvariantCulture)),
    ];
}
