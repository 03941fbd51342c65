using Connector.Boards;
using Connector.Pinterest;

namespace Connector.Tests.Boards;

public sealed class BoardCheckTests
{
    [Theory]
    [InlineData("maria", null, "passed")]
    [InlineData("Maria", false, "passed")]
    [InlineData(null, null, "passed")]
    [InlineData("paul", null, "warning")]
    [InlineData("maria", true, "failed")]
    public void A_board_that_takes_no_pins_of_the_account_is_told_of(string? owner, bool? isAdsOnly, string status)
    {
        var by = owner is null ? null : new BoardOwner { Username = owner };
        var board = new Board { Name = "Lamps", IsAdsOnly = isAdsOnly, Owner = by };

        Assert.Equal(status, BoardCheck.Of(board, "maria").Status);
    }
}
