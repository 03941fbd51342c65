using Connector.Imports.Mapping;

namespace Connector.Tests.Imports;

public sealed class TextCuttingTests
{
    [Theory]
    [InlineData("A brass lamp", 12, "A brass lamp")]
    [InlineData("A brass lamp", 11, "A brass…")]
    [InlineData("A brass, lamp", 10, "A brass…")]
    [InlineData("Donaudampfschifffahrt", 6, "Donau…")]
    [InlineData("😀😀😀😀", 4, "😀😀😀😀")]
    [InlineData("😀😀😀😀", 3, "😀😀…")]
    [InlineData("abc", 1, "…")]
    [InlineData("abc", 0, "")]
    public void A_text_is_cut_behind_a_word(string text, int most, string cut) => Assert.Equal(cut, TextCutting.Cut(text, most));
}
