using System.Runtime.Versioning;
using Connector.Bench;
using Connector.Bench.Running;

// It reads what /proc says of a process.
[assembly: SupportedOSPlatform("linux")]

if (args is ["host", var variant, .. var settings]) return await VariantHost.RunAsync(variant, settings);

const string OnPostgres = "postgres";
string[] flags = ["--quick", "--markdown", OnPostgres];
string[] values = ["--only=", "--published=", "--against="];
string[] known = [.. Bench.Parts, .. Bench.PartsOnPostgres];
var (only, published, against) = (Value("--only=")?.Split(','), Value("--published="), Value("--against="));
var isKnown = args.All(option => flags.Contains(option) || values.Any(name => option == $"{name}{Value(name)}"));
if (!isKnown || only?.All(known.Contains) == false)
{
    Console.Error.WriteLine(
        "dotnet run -c Release --project tests/bench [-- postgres] [--quick] [--markdown] "
        + $"[--only={string.Join(',', known)}] [--published=a connector that is published already] "
        + "[--against=another one]");
    return 2;
}

var size = args.Contains("--quick") ? RunSize.Quick : RunSize.Full;
var parts = args.Contains(OnPostgres) ? Bench.PartsOnPostgres : Bench.Parts;
return await Bench.RunAsync(size, args.Contains("--markdown"), only ?? parts, published, against);

string? Value(string name) => Array.Find(args, option => option.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
