using Connector.Crash.Checks;

namespace Connector.Tests.Crash.Checks;

public sealed class ComparisonTests
{
    private static readonly AcceptedPin Accepted = new("A lamp", "pin_1");
    private static readonly ShownPin Shown = new("pin_1", "A lamp", "published", "900", null);
    private static readonly PinThere There = new("900", "A lamp");

    [Fact]
    public void A_kept_promise_is_not_reported() => Assert.Empty(Compare([Shown], [There]).Broken);

    [Fact]
    public void An_unconfirmed_pin_may_be_there_or_not()
    {
        var unconfirmed = Shown with { Status = "unconfirmed", PinterestPinId = null };

        Assert.Empty(Compare([unconfirmed], [There]).Broken);
        Assert.Empty(Compare([unconfirmed], []).Broken);
        Assert.Equal((1, 1), (Compare([unconfirmed], [There]).Unconfirmed, Compare([unconfirmed], [There]).UnconfirmedThere));
    }

    private static readonly Dictionary<string, (string Name, ShownPin[] Shown, PinThere[] There)> Broken = new()
    {
        ["not there"] = ("lost", [], []),
        ["another in its place"] = ("lost", [Shown with { Title = "Another" }], [There with { Title = "Another" }]),
        ["twice on Pinterest"] = ("duplicated", [Shown], [There, There with { Id = "901" }]),
        ["published and not on Pinterest"] = ("untrue", [Shown], []),
        ["published as somebody else's pin"] = ("untrue", [Shown], [There with { Title = "Another" }]),
        ["still queued"] = ("stuck", [Shown with { Status = "queued", PinterestPinId = null, WaitingFor = "pace" }], []),
        ["still publishing"] = ("stuck", [Shown with { Status = "publishing", PinterestPinId = null }], []),
        ["failed for no reason"] = ("wrong", [Shown with { Status = "failed", PinterestPinId = null }], []),
        ["two pins for one key"] = ("accepted twice", [Shown, Shown with { Id = "pin_2" }], [There]),
        ["nobody's pin on Pinterest"] = ("stranger", [Shown], [There, new("901", "Nobody's")]),
    };

    public static TheoryData<string> BrokenPromises() => [.. Broken.Keys];

    [Theory]
    [MemberData(nameof(BrokenPromises))]
    public void A_broken_promise_is_named(string what)
    {
        var (name, shown, there) = Broken[what];

        Assert.Contains(Compare(shown, there).Broken, line => line.StartsWith(name + ":", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pin_that_moves_must_say_what_it_waits_for()
    {
        var moving = Shown with { Status = "publishing", PinterestPinId = null };

        Assert.Single(Comparison.WithoutReason([moving]));
        Assert.Empty(Comparison.WithoutReason([moving with { WaitingFor = "reconciling" }, Shown]));
    }

    private static Findings Compare(ShownPin[] shown, PinThere[] there) => Comparison.Of([Accepted], shown, there);
}
