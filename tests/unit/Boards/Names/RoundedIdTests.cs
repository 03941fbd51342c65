using Connector.Boards.Names;

namespace Connector.Tests.Boards.Names;

public sealed class RoundedIdTests
{
    private static readonly NamedItem[] Known = [new("42", "Old"), new("185924359448592641", "Soup")];

    [Theory]
    [InlineData("185924359448592000", "15 digits, the rest cut off")]
    [InlineData("185924359448593000", "15 digits, rounded")]
    [InlineData("185924359448592600", "16 digits")]
    [InlineData("185924359448592640", "17 digits, and what a double keeps")]
    public void An_id_that_lost_its_last_digits_is_recognized(string given, string how) =>
        Assert.True(RoundedId.Find(Known, given) is { Name: "Soup" }, how);

    [Theory]
    [InlineData("185924359448592641")]
    [InlineData("185924359448592642")]
    [InlineData("185924359448592601")]
    [InlineData("185924359448591000")]
    [InlineData("18592435944859264")]
    [InlineData("40")]
    [InlineData("0")]
    public void Another_id_is_not_taken_for_a_rounded_one(string given) => Assert.Null(RoundedId.Find(Known, given));
}
