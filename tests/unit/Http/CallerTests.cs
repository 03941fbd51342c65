using Connector.Http;

namespace Connector.Tests.Http;

/// <summary>The one rule of what a key sees of things that are bound to accounts.</summary>
public sealed class CallerTests
{
    [Theory]
    [InlineData(null, null, true)]
    [InlineData(null, "a b", true)]
    [InlineData(null, "", true)]
    [InlineData("a", null, false)]
    [InlineData("a", "a", true)]
    [InlineData("a", "a b", false)]
    [InlineData("a b", "a b", true)]
    [InlineData("b a", "a", true)]
    [InlineData("a", "aa", false)]
    [InlineData("a", "", false)]
    public void What_is_bound_to_accounts_is_seen_by_who_sees_all_of_them(string? limit, string? boundTo, bool isSeen) =>
        Assert.Equal(isSeen, Limited(limit).SeesAll(boundTo));

    [Theory]
    [InlineData(null, null)]
    [InlineData("b a", "a b")]
    [InlineData("a b", "a b")]
    public void Keys_of_the_same_accounts_bind_to_the_same_whatever_their_order(string? limit, string? boundTo) =>
        Assert.Equal(boundTo, Limited(limit).BoundTo);

    private static Caller Limited(string? accounts) => new("key_1", "wsp_1", new HashSet<string>(), accounts?.Split(' ').ToHashSet());
}
