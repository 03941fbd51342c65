using Connector.Http;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>Finds words that people search, and adds them to a description; its buttons send the form beside it.</summary>
public partial class KeywordPicker
{
    /// <summary>What the buttons say: to find words, and to add one.</summary>
    public const string Find = "keywords", Add = "add:";

    /// <summary>The id of the form whose texts count.</summary>
    [Parameter, EditorRequired]
    public string Form { get; set; } = "";

    /// <summary>Null while nobody has asked.</summary>
    [Parameter]
    public IReadOnlyList<string>? Found { get; set; }

    /// <summary>Why there are none.</summary>
    [Parameter]
    public Problem? Problem { get; set; }
}
