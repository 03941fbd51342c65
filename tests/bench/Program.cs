using System.Runtime.Versioning;
using Connector.Bench;
using Connector.Bench.Running;

// It reads what /proc says of a process.
[assembly: SupportedOSPlatform("linux")]

if (args is ["host", var variant, .. var settings]) return await VariantHost.RunAsync(variant, settings);

string[] flags = ["--quick", "--markdown"];
var (only, against) = (Value("--only=")?.Split(','), Value("--against="));
var isKnown = args.All(option => flags.Contains(option) || option == $"--only={Value("--only=")}" || option == $"--against={against}");
if (!isKnown || only?.All(Bench.Parts.Contains) == false)
{
    Console.Error.WriteLine(
        "dotnet run -c Release --project tests/bench [-- --quick] [--markdown] "
        + $"[--only={string.Join(',', Bench.Parts)}] [--against=another published connector]");
    return 2;
}

return await Bench.RunAsync(args.Contains("--quick") ? RunSize.Quick : RunSize.Full, args.Contains("--markdown"), only, against);

string? Value(string name) => Array.Find(args, option => option.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
