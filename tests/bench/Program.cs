using Connector.Bench;
using Connector.Bench.Running;

if (args is ["host", var variant, .. var settings]) return await VariantHost.RunAsync(variant, settings);

string[] flags = ["--quick", "--markdown"];
var (only, against) = (Value("--only="), Value("--against="));
var isKnown = args.All(option => flags.Contains(option) || option == $"--only={only}" || option == $"--against={against}");
if (!isKnown || (only is not null && !Bench.Parts.Contains(only)))
{
    Console.Error.WriteLine(
        "dotnet run -c Release --project tests/bench [-- --quick] [--markdown] "
        + $"[--only={string.Join('|', Bench.Parts)}] [--against=another published connector]");
    return 2;
}

return await Bench.RunAsync(args.Contains("--quick") ? RunSize.Quick : RunSize.Full, args.Contains("--markdown"), only, against);

string? Value(string name) => Array.Find(args, option => option.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
