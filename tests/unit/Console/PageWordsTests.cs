using Connector.Console.Parts;
using Connector.Http;

namespace Connector.Tests.Console;

/// <summary>What the API refuses, in the words of a page.</summary>
public sealed class PageWordsTests
{
    [Theory]
    [InlineData("image_url", "is needed: give exactly one of image_url and asset_id.", "Choose a picture, or give its address.")]
    [InlineData("asset_id", "must be left out when image_url is given.", "Choose a picture or give its address, not both.")]
    [InlineData("board_id", "is needed: give board_id, or board with a board's name.", "Choose a board.")]
    [InlineData("scopes", "has 0 items; 1 to 20 are allowed.", "Tick at least one.")]
    [InlineData("settings.weekdays", "must name at least one day; null means every day.", "Tick at least one day.")]
    [InlineData("settings.quiet_hours.to", "is {\"from\":\"22:00\",\"to\":\"\"}, and must be two times.", "Give both times, or neither.")]
    [InlineData(
        "settings.quiet_hours", "must not begin and end at the same time; null means no quiet hours.",
        "Give two different times; both empty means no quiet hours.")]
    [InlineData("file", "is missing; send the file as a part of that name.", "Choose a picture or video first.")]
    // What has no words of its own becomes a sentence without what only programs need.
    [InlineData(
        "title", "has 101 characters; at most 100 are allowed (Unicode code points, an emoji counts as one).",
        "It has 101 characters; at most 100 are allowed.")]
    [InlineData(
        "settings.pins_per_day", "must be a whole number from -2147483648 to 2147483647, without quotes.", "It must be a whole number.")]
    [InlineData("events", "has 40 items; 1 to 20 are allowed.", "It has 40 items; 1 to 20 are allowed.")]
    [InlineData("name", "This field is missing.", "This field is missing.")]
    public void A_wrong_field_is_said_once_and_in_words_for_people(string field, string message, string words)
    {
        var said = PageWords.Of(Problems.InvalidField(field, message));

        var (name, messages) = Assert.Single(said.Errors!);
        Assert.Equal(words, Assert.Single(messages));
        Assert.NotNull(PageWords.LabelOf(name));
        Assert.Equal("", said.Detail);
        Assert.DoesNotContain("request", said.Title + said.Remediation, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_said_for_a_page_already_stays_as_it_is()
    {
        var once = PageWords.Of(Problems.InvalidField("settings.time_zone", "is \"Berlin\", and must be the name of an IANA time zone."));

        Assert.Equivalent(once, PageWords.Of(once), strict: true);
        Assert.Equal("It is \"Berlin\", and must be the name of an IANA time zone.", once.Errors!["time_zone"].Single());
    }

    [Fact]
    public void Two_ends_of_one_field_are_said_once()
    {
        var errors = new Dictionary<string, string[]>
        {
            ["settings.quiet_hours.from"] = ["is wrong."],
            ["settings.quiet_hours.to"] = ["is wrong."],
        };

        Assert.Equal("Give both times, or neither.", PageWords.Of(Problems.InvalidFields(errors)).Errors!["quiet_hours"].Single());
    }

    [Fact]
    public void Other_problems_keep_their_words()
    {
        var conflict = Problems.StateConflict("It is published.", "Look at it.").Problem;

        Assert.Same(conflict, PageWords.Of(conflict));
    }
}
