using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Connector.Tests.Browsing;

/// <summary>What axe-core finds on a page against WCAG 2.2 AA; the page has no frames.</summary>
internal static class Axe
{
    private const string Run =
        """
        async (tags) => {
          const found = await axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
          return found.violations.map((one) =>
            `${one.id}: ${one.help} (${one.nodes.map((node) => `${node.target} ${node.html}`).join('; ')})`);
        }
        """;

    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public static async Task<string[]> FindAsync(IPage page)
    {
        // Once per page: it has half a megabyte, which a browser needs long to read.
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(Run, Tags);
    }
}
