using Connector.Audience;

namespace Connector.Tests.Audience;

public sealed class KeywordTermTests
{
    [Theory]
    [InlineData("Brass lamp, small", 0, "", "Brass lamp small")]
    [InlineData(
        "", 4, "a lamp with a shade of ash, ",
        "a lamp with a shade of ash a lamp with a shade of ash a lamp with a shade of ash a lamp with a shade")]
    [InlineData("", 0, "", "")]
    [InlineData(" , ,", 0, "", "")]
    public void A_text_is_a_term_without_commas_and_cut_at_a_word(string begin, int times, string repeated, string term) =>
        Assert.Equal(term, KeywordTerm.Of(begin + string.Concat(Enumerable.Repeat(repeated, times))));

    [Theory]
    [InlineData(98, 1)]
    [InlineData(99, 0)]
    public void A_word_that_fits_exactly_is_kept(int length, int kept) =>
        Assert.Equal(
            new string('x', length) + string.Concat(Enumerable.Repeat(" y", kept)), KeywordTerm.Of(new string('x', length) + " y"));

    [Fact]
    public void A_single_word_is_cut_between_two_characters() =>
        Assert.Equal(
            string.Concat(Enumerable.Repeat("\U0001F600", Keywords.LongestTerm)),
            KeywordTerm.Of(string.Concat(Enumerable.Repeat("\U0001F600", Keywords.LongestTerm + 1))));

    [Fact]
    public void Nothing_is_no_term() => Assert.Equal("", KeywordTerm.Of(null));
}
