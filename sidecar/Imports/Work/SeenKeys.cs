using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Connector.Imports.Mapping;

namespace Connector.Imports.Work;

/// <summary>Finds rows of a file with the key of an earlier one. Of a key eight bytes are kept: a file may have millions.</summary>
/// <param name="rows">How many rows there are: a set that grows is copied again and again.</param>
internal sealed class SeenKeys(long rows)
{
    private readonly HashSet<long> _seen = new((int)rows);

    /// <summary>The row, with what of it was there before.</summary>
    public RowPlan See(RowPlan plan)
    {
        HashSet<string>? repeated = null;
        foreach (var pin in plan.Pins)
            if (!_seen.Add(Short(pin.IdempotencyKey!))) (repeated ??= []).Add(pin.IdempotencyKey!);
        return repeated is null ? plan : plan with { Repeated = repeated };
    }

    private static long Short(string key) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
