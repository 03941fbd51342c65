using Connector.Boards;
using Connector.Http;
using Microsoft.AspNetCore.Components;

namespace Connector.Console.Parts;

/// <summary>Chooses a board and its section by name; where Pinterest cannot be asked for them, a text field.</summary>
public partial class BoardFields
{
    private const string Asking =
        "Pinterest cannot be asked for the boards now. Write the board's exact name, or its id; Board / Section names a section.";

    /// <summary>Those of the account; null when Pinterest cannot be asked.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<BoardChoice>? Boards { get; set; }

    /// <summary>Those of the chosen board; null when they are not known.</summary>
    [Parameter]
    public IReadOnlyList<BoardChoice>? Sections { get; set; }

    /// <summary>The chosen board; empty for none.</summary>
    [Parameter]
    public string BoardId { get; set; } = "";

    /// <summary>The chosen section; empty for none.</summary>
    [Parameter]
    public string SectionId { get; set; } = "";

    /// <summary>What stands in the text field.</summary>
    [Parameter]
    public string Typed { get; set; } = "";

    /// <summary>Why the form was refused; null when it was not.</summary>
    [Parameter]
    public Problem? Problem { get; set; }

    private bool IsUnknown => BoardId.Length > 0 && Boards?.Any(board => board.Id == BoardId) != true;

    private static string NameOf(BoardChoice board) => board.Privacy switch
    {
        "SECRET" => $"{board.Name} (secret)",
        "PROTECTED" => $"{board.Name} (protected)",
        _ => board.Name,
    };
}
