using Connector.Policy.Stored;
using Connector.Policy.Text;

namespace Connector.Tests.Policy;

public sealed class ColumnListTests
{
    private static readonly Dictionary<string, string> Periods = new() { ["pins"] = "90 days" };

    [Fact]
    public void A_column_is_kept_as_long_as_its_table_unless_it_says_otherwise()
    {
        var columns = ColumnList.Read(
            "# Text.\n\n[pins] {pins} after\nid: ours: its id\ntoken: pinterest: a token: sealed -- a day\n", Periods);

        Assert.Equal(
            [new("pins", "id", "ours", "its id", "90 days after"), new("pins", "token", "pinterest", "a token: sealed", "a day")], columns);
    }

    [Theory]
    [InlineData("[pins] after\nid: nobody: its id")]
    [InlineData("[pins] after\nid")]
    [InlineData("[pins]")]
    public void A_line_in_another_form_is_refused(string text) =>
        Assert.Throws<FormatException>(() => ColumnList.Read(text, Periods));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("<b>*x*</b>", "\\<b\\>\\*x\\*\\</b\\>")]
    [InlineData("a\nb", "a b")]
    public void A_value_is_never_read_as_markup(string value, string escaped) => Assert.Equal(escaped, MarkdownText.Escape(value));

    [Fact]
    public void A_long_line_is_broken_between_words_and_stays_in_its_item()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 60));

        var lines = MarkdownText.Lined(["# Title", "- " + words]).TrimEnd('\n').Split('\n');

        Assert.Equal("# Title", lines[0]);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 120));
        Assert.All(lines[2..], line => Assert.StartsWith("  word", line, StringComparison.Ordinal));
        Assert.Equal("- " + words, string.Join(' ', lines[1..].Select(line => line.TrimStart())));
    }
}
