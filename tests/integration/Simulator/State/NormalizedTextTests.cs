using Connector.Simulator.Faults;
using Connector.Tests.Pinterest;
using Connector.Tests.Support;

namespace Connector.Tests.Simulator.State;

public sealed class NormalizedTextTests
{
    [Theory]
    [InlineData("link_normalised", "https://example.com/soup?utm_source=a&id=7&pin_ref=b", "https://example.com/soup/?id=7")]
    [InlineData("link_normalised", "https://example.com?UTM_Campaign=a&gclid=b&ref=c", "https://example.com/")]
    [InlineData(
        "link_normalised", "https://example.com/soup/?preference=a#utm_source=b", "https://example.com/soup/?preference=a#utm_source=b")]
    [InlineData("text_normalised", " A  cup\nof\ttea ", "A cup of tea")]
    [InlineData("text_normalised", "Cafe\u0301 a\u0300 la cre\u0300me", "Café à la crème")]
    [InlineData("text_normalised", "Salt & pepper", "Salt &amp; pepper")]
    public async Task A_pin_can_come_back_otherwise_than_it_was_sent(string fault, string sent, string stored)
    {
        await using var simulator = await SimulatorFixture.StartAsync();
        var session = await simulator.SessionAsync();
        var isLink = fault == "link_normalised";
        var pin = Sample.Pin(await simulator.BoardIdAsync(session)) with
        {
            Title = isLink ? null : sent,
            Description = isLink ? null : sent,
            AltText = isLink ? null : sent,
            Link = isLink ? sent : null,
        };
        simulator.Faults.Add(new FaultRule("maria", fault));

        var changed = await CreateAsync();
        var asSent = await CreateAsync();

        string?[] Of(string? text) => isLink ? [null, null, null, text] : [text, text, text, null];
        Assert.Equal(Of(stored), changed);
        Assert.Equal(Of(sent), asSent);

        async Task<string?[]> CreateAsync()
        {
            var made = await simulator.Pinterest.CreatePinAsync(session, pin, default);
            var read = await simulator.Pinterest.GetPinAsync(session, made.PinId, default);
            return [read.Title, read.Description, read.AltText, read.Link];
        }
    }
}
