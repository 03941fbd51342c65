namespace Connector.Contract.Comparing;

/// <summary>How much a change matters.</summary>
internal enum Weight
{
    /// <summary>Something that the connector does stops working, or may.</summary>
    Breaks,

    /// <summary>A check, a text or a list of the connector is no longer what is true.</summary>
    Look,

    /// <summary>There is more than before; nothing has to be done.</summary>
    More,
}

/// <summary>A difference, and what it means for the connector.</summary>
/// <param name="Weight">How much it matters.</param>
/// <param name="Where">The operation, and the field where it is one.</param>
/// <param name="What">What is different.</param>
/// <param name="Meaning">What to do about it.</param>
internal sealed record Change(Weight Weight, string Where, string What, string Meaning);
