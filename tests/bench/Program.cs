using Connector.Bench;
using Connector.Bench.Running;

// dotnet run -c Release --project tests/bench [-- --quick] [--markdown]
return args switch
{
    ["host", var variant, .. var settings] => await VariantHost.RunAsync(variant, settings),
    _ => await Bench.RunAsync(args.Contains("--quick") ? Effort.Quick : Effort.Full, markdown: args.Contains("--markdown")),
};
