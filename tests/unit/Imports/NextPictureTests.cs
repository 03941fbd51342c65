using Connector.Imports.Mapping;
using Connector.Pins;

namespace Connector.Tests.Imports;

public sealed class NextPictureTests
{
    [Theory]
    [InlineData("", "k#1")]
    [InlineData("k#1", "k#2")]
    [InlineData("k#2", "k#1")]
    [InlineData("k#1 k#2", "k#3")]
    [InlineData("k#1 k#2 k#3", "k#3")]
    [InlineData("k", "k#2")]
    [InlineData("k k#2 k#3", "k#3")]
    public void The_first_picture_that_has_no_pin_yet_is_next(string known, string next) =>
        Assert.Equal(next, Choose(Plan(), known));

    [Theory]
    [InlineData("", "k#1")]
    [InlineData("k#1", "k#1")]
    public void A_row_that_comes_twice_in_a_file_gets_no_second_turn(string known, string next) =>
        Assert.Equal(next, Choose(Plan() with { Repeated = new HashSet<string> { "k#1" } }, known));

    [Fact]
    public void Where_pictures_do_not_take_turns_every_pin_stays()
    {
        var plan = Plan() with { TakesNextOf = null };

        Assert.Same(plan, NextPicture.Choose(plan, _ => true));
        Assert.Empty(NextPicture.Keys(plan));
    }

    private static string? Choose(RowPlan plan, string known) =>
        Assert.Single(NextPicture.Choose(plan, known.Split(' ').Contains).Pins).IdempotencyKey;

    private static RowPlan Plan() => new(2, "k")
    {
        TakesNextOf = "k",
        Pins = [.. Enumerable.Range(1, 3).Select(number => new CreatePinRequest { IdempotencyKey = $"k#{number}" })],
    };
}
