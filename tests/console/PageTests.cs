using System.Collections.Concurrent;
using System.Reflection;
using Connector.Console.Shell;
using Connector.Tests.Browsing;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace Connector.Tests;

/// <summary>What holds of each page.</summary>
public sealed class PageTests(ConsoleWorld world) : ConsoleTest(world)
{
    private const int MostBytes = 60_000, MostScript = 12_000;

    /// <summary>Where tests/console/screenshots wants pictures of the pages; null in every other run.</summary>
    private static readonly string? Folder = Environment.GetEnvironmentVariable("CONSOLE_SCREENSHOTS");

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
        ConcurrentQueue<IResponse> responses = [];
        var reader = await KeepAsync(World.ReaderOfAsync(address));
        reader.Page.Response += (_, response) => responses.Enqueue(response);
        reader.Expects(404);
        await reader.GoAsync(World.AddressOf(address));
        // Those so far: more may come, because an open page asks again for what is live.
        await IsSmallAsync(name, [.. responses]);
        foreach (var look in Folder is null ? Look.Judged : Look.All) await IsGoodAsync(reader, name, look);
    }

    [Fact]
    public async Task What_axe_knows_to_be_wrong_is_found()
    {
        var reader = await StrangerAsync();
        await reader.Page.SetContentAsync("<title>A page</title><img src='data:,'><p style='color:#ddd'>Pale");

        var found = await Axe.FindAsync(reader.Page);

        Assert.Equal(["color-contrast", "html-has-lang", "image-alt"], found.Select(each => each.Split(':')[0]).Order());
    }

    private static async Task IsSmallAsync(string name, IEnumerable<IResponse> responses)
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
        if (Look.Judged.Contains(look)) await reader.IsGoodAsync($"{name} {look}", look);
    }

    private static async Task<(string Kind, int Bytes)> WeighAsync(IResponse response) =>
        (response.Request.ResourceType, (await response.BodyAsync()).Length);

    private static string Shape(string address) =>
        string.Join('/', address.Split('/').Select(part => part is ['{', ..] ? "{}" : part));

    private static bool IsWeighed(IResponse response) => response.Request.ResourceType is "document" or "stylesheet" or "script";
}
