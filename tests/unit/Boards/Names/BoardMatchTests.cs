using Connector.Boards.Names;

namespace Connector.Tests.Boards.Names;

public sealed class BoardMatchTests
{
    private static readonly NamedItem[] Boards =
    [
        new("1", "Recipes"), new("2", "Décor"), new("3", "Home / Garden"), new("4", "Home"), new("5", "Twins"), new("6", "TWINS"),
        new("7", "ガーデン"),
    ];

    [Theory]
    [InlineData("Recipes", "1", null)]
    [InlineData("  rEcIpEs ", "1", null)]
    [InlineData("décor", "2", null)]
    [InlineData("DE\u0301COR", "2", null)] // as a Mac's file system writes it
    [InlineData("カ\u3099ーテ\u3099ン", "7", null)]
    [InlineData("Home / Garden", "3", null)] // a board of the whole name comes first
    [InlineData("Home / Kitchen", "4", "Kitchen")]
    [InlineData("home/kitchen", "4", "kitchen")]
    [InlineData("Home / Garden / Roses", "3", "Roses")] // the longest board name
    [InlineData("Twins", "5 6", null)]
    [InlineData("Twins / Boys", "5 6", "Boys")]
    [InlineData("Recipe", "", null)]
    [InlineData("Decor", "", null)] // exact: no guessing where a pin lands
    [InlineData("/ Home", "", null)]
    [InlineData("Home /", "", null)]
    public void A_name_means_one_board_or_several_or_none(string text, string ids, string? section)
    {
        var match = BoardMatch.Find(Boards, text);

        Assert.Equal(ids, string.Join(' ', match.Boards.Select(board => board.Id)));
        Assert.Equal(section, match.Section);
    }

    [Theory]
    [InlineData("Recipies", "Recipes")]
    [InlineData("my recipes", "Recipes")]
    [InlineData("Decor", "Décor")]
    [InlineData("Homes", "Home")]
    public void A_mistyped_name_suggests_the_nearest_first(string typed, string nearest)
    {
        var suggested = NameMatching.Nearest(Boards, typed);

        Assert.Equal(nearest, suggested[0]);
        Assert.Equal(3, suggested.Count);
    }
}
