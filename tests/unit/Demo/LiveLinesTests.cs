using Connector.Demo;

namespace Connector.Tests.Demo;

public sealed class LiveLinesTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly StringWriter _output = new() { NewLine = "\n" };

    [Fact]
    public void Piped_a_line_is_told_once_for_each_change()
    {
        var lines = new LiveLines(_output, redraws: false, colors: false, int.MaxValue);

        lines.Show([Line("queued"), new DemoLine(Row(3))], Now);
        lines.Show([Line("queued"), new DemoLine(Row(3))], Now);
        lines.Show([Line("published"), new DemoLine(Row(3))], Now);

        Assert.Equal(["queued", "published"], Printed().Select(line => line[53..].Split(' ')[0]));
        Assert.DoesNotContain('\e', _output.ToString());
    }

    [Fact]
    public void A_changed_reason_to_wait_is_news()
    {
        var lines = new LiveLines(_output, redraws: false, colors: false, int.MaxValue);

        lines.Show([Line("queued", "pace")], Now);
        lines.Show([Line("queued", "backoff")], Now);

        Assert.Equal(2, Printed().Length);
    }

    [Fact]
    public void On_a_terminal_the_same_lines_are_drawn_over()
    {
        var lines = new LiveLines(_output, redraws: true, colors: false, width: 60);

        lines.Show([Line("queued"), Line("queued")], Now);
        lines.Show([Line("published"), Line("queued")], Now);

        Assert.Equal(4, Printed().Length);
        Assert.StartsWith("\e[2A", Printed()[2], StringComparison.Ordinal);
        Assert.DoesNotContain("\e[32m", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_never_wraps_and_its_color_ends_with_it()
    {
        var lines = new LiveLines(_output, redraws: true, colors: true, width: 30);

        lines.Show([new DemoLine(Row(2) with { Title = "A very long title that no terminal has room for" }, Line("published").Pin)], Now);

        var text = Assert.Single(Printed());
        Assert.StartsWith("\r\e[32m", text, StringComparison.Ordinal);
        Assert.EndsWith("\e[0m\e[K", text, StringComparison.Ordinal);
        Assert.InRange(text.Length - "\r\e[32m\e[0m\e[K".Length, 20, 29);
    }

    private static CatalogRow Row(int number) => new(number, "Lamp", "", "", "lamp.jpg", "Home");

    private static DemoLine Line(string status, string? reason = null) => new(Row(2), new DemoPin("pin_1", status)
    {
        PinterestPinId = "813",
        WaitingFor = reason is null ? null : new DemoWait(reason, "Not now."),
    });

    private string[] Printed() => _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
