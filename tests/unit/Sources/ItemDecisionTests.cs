using Connector.Sources;
using Connector.Sources.Deciding;

namespace Connector.Tests.Sources;

public sealed class ItemDecisionTests
{
    private static readonly DateTimeOffset Since = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <remarks>
    /// A row is: what is known of the item (its state, then what it said, then how often it was missing), what it says now, the start, and
    /// whether it is the first run.
    /// </remarks>
    [Theory]
    // New items.
    [InlineData("", "pin", "all", true, "Make")]
    [InlineData("", "pin", "new_only", true, "LeaveOld")]
    [InlineData("", "pin", "new_only", false, "Make")]
    [InlineData("", "pin", "since", true, "LeaveOld")]
    [InlineData("", "pin@new", "since", true, "Make")]
    [InlineData("", "pin@old", "since", true, "LeaveOld")]
    [InlineData("", "pin@old", "since", false, "Make")]
    [InlineData("", "wrong", "all", true, "LeaveOut")]
    [InlineData("", "wrong", "new_only", true, "LeaveOld")]
    // Items that the start left out.
    [InlineData("old", "pin@new", "new_only", false, "Stay")]
    [InlineData("old", "pin@new", "since", false, "Make")]
    [InlineData("old", "pin@old", "since", false, "Stay")]
    [InlineData("old", "wrong@new", "since", false, "LeaveOut")]
    // Items without a pin.
    [InlineData("failed:wrong", "wrong", "all", false, "Stay")]
    [InlineData("failed:other", "wrong", "all", false, "LeaveOut")]
    [InlineData("failed:wrong", "pin", "new_only", false, "Make")]
    [InlineData("skipped:wrong", "wrong", "all", false, "LeaveOut")]
    // Items with one.
    [InlineData("pinned:pin", "pin", "all", false, "Stay")]
    [InlineData("pinned:pin", "another", "all", false, "Edit")]
    [InlineData("pinned:pin", "wrong", "all", false, "Stay")]
    [InlineData("pinned:pin:1", "pin", "all", false, "ComeBack")]
    [InlineData("pinned:pin:1", "wrong", "all", false, "ComeBack")]
    [InlineData("pinned:pin:1", "another", "all", false, "Edit")]
    [InlineData("existing:pin", "another", "all", false, "Stay")]
    [InlineData("existing:pin:1", "another", "all", false, "ComeBack")]
    // Items that were gone.
    [InlineData("gone:pin:2:pinned", "pin", "all", false, "ComeBack")]
    [InlineData("gone:pin:2:pinned", "another", "all", false, "Edit")]
    [InlineData("gone:pin:2:existing", "another", "all", false, "ComeBack")]
    public void An_item_is_new_changed_or_as_it_was(string known, string seen, string start, bool isFirst, string step) =>
        Assert.Equal(Enum.Parse<ItemStep>(step), ItemDecision.Of(Known(known), Seen(seen), Start(start), isFirst));

    private static SourceItemRow? Known(string text)
    {
        if (text.Split(':') is not [{ Length: > 0 } state, .. var rest]) return null;

        var said = rest.ElementAtOrDefault(0);
        var hasPin = state is not ("failed" or "skipped");
        return new SourceItemRow
        {
            State = state,
            Content = hasPin ? said : null,
            Problem = hasPin ? null : said,
            Missing = int.Parse(rest.ElementAtOrDefault(1) ?? "0", System.Globalization.CultureInfo.InvariantCulture),
            StateBefore = rest.ElementAtOrDefault(2),
        };
    }

    private static SeenItem Seen(string text)
    {
        var said = text.Split('@');
        DateTimeOffset? at = said.ElementAtOrDefault(1) switch { "new" => Since, "old" => Since.AddSeconds(-1), _ => null };
        return said[0] == "wrong"
            ? new SeenItem("k", at) { Problem = "wrong", StateWithoutPin = SourceItemState.Failed }
            : new SeenItem("k", at) { Content = said[0] };
    }

    private static SourceStart Start(string kind) => new(kind, kind == SourceStart.OfTime ? Since : null);
}
