using System.Reflection;
using Connector.Console.Shell;
using Connector.Tests.Browsing;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace Connector.Tests;

/// <summary>What holds of each page.</summary>
public sealed class PageTests(ConsoleWorld world) : ConsoleTest(world)
{
    private const int MostBytes = 60_000, MostScript = 12_000;

    /// <summary>Where tests/console/screenshots wants pictures of the pages; null in every other run.</summary>
    private static readonly string? Folder = Environment.GetEnvironmentVariable("CONSOLE_SCREENSHOTS");

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    public static TheoryData<string, string> Pages => [.. ConsolePages.All];

    [Fact]
    public void Every_page_is_looked_at()
    {
        var templates = typeof(ConsolePage).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => Shape(route.Template));

        Assert.Empty(templates.Except(ConsolePages.All.Select(page => Shape(page.Address.Split('?')[0]))));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task It_keeps_WCAG_2_2_AA_fits_its_width_and_is_small(string address, string name)
    {
        List<IResponse> responses = [];
        var reader = await KeepAsync(World.ReaderOfAsync(address));
        reader.Page.Response += (_, response) => responses.Add(response);
        reader.Expects(404);
        await reader.GoAsync(World.AddressOf(address));
        await IsSmallAsync(name, responses);
        foreach (var look in Look.All) await IsGoodAsync(reader, name, look);
    }

    private static async Task IsSmallAsync(string name, IReadOnlyList<IResponse> responses)
    {
        var sizes = await Task.WhenAll(responses.Where(IsWeighed).Select(WeighAsync));

        var all = sizes.Sum(size => size.Bytes);
        Assert.True(all <= MostBytes, $"{name} has {all} bytes.");
        Assert.InRange(sizes.Where(size => size.Kind == "script").Sum(size => size.Bytes), 1, MostScript);
    }

    private static async Task IsGoodAsync(Reader reader, string name, Look look)
    {
        await reader.LookAsync(look);
        if (Folder is not null) await reader.PhotographAsync(Path.Combine(Folder, $"{name}-{look}.png"));
        if (IsJudged(look))
        {
            var found = await reader.Page.RunAxe(Rules);
            Assert.True(found.Violations.Length == 0, $"{name} {look}: {string.Join("\n", found.Violations.Select(Describe))}");
        }

        var width = await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(width <= look.Width, $"{name} {look} is {width} pixels wide.");
    }

    // Colours do not depend on the width, nor places on the colours: two looks show both.
    private static bool IsJudged(Look look) => look == Look.All[0] || look == Look.All[^1];

    private static async Task<(string Kind, int Bytes)> WeighAsync(IResponse response) =>
        (response.Request.ResourceType, (await response.BodyAsync()).Length);

    private static string Shape(string address) =>
        string.Join('/', address.Split('/').Select(part => part is ['{', ..] ? "{}" : part));

    private static bool IsWeighed(IResponse response) => response.Request.ResourceType is "document" or "stylesheet" or "script";

    private static string Describe(AxeResultItem item) =>
        $"{item.Id}: {item.Help} ({string.Join("; ", item.Nodes.Select(node => $"{node.Target} {node.Html}"))})";
}
