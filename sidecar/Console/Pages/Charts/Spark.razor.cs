using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Pages.Charts;

/// <summary>A small line that shows only whether it goes up or down; its number stands beside it.</summary>
public partial class Spark
{
    /// <summary>The oldest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<decimal?> Values { get; set; } = [];

    private IEnumerable<string> Lines
    {
        get
        {
            var scale = ChartScale.Of(Values);
            return scale.Runs(Values).Select(run => string.Join(' ', run.Select(point =>
                string.Create(CultureInfo.InvariantCulture, $"{point.Index},{100 - point.Height:0.#}"))));
        }
    }
}
