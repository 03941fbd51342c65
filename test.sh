#!/usr/bin/env bash
# Everything that must hold, on a fresh machine with the .NET 10 SDK, Node 20 or later, bash, curl, openssl and python3.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NO_UPDATE_NOTIFIER=1

step() { printf '\n== %s\n' "$*"; }

step "restore and build (warnings are errors)"
dotnet build Connector.sln -c Release

step "formatting"
dotnet format Connector.sln --verify-no-changes --no-restore

for suite in unit integration e2e; do
  step "$suite tests"
  dotnet test "tests/$suite" -c Release --no-build --logger "console;verbosity=minimal"
done

step "the n8n package: lint (n8n's own, strict), build, unit tests"
(
  cd n8n-node
  npm ci --ignore-scripts --no-audit --no-fund
  CI=1 npm run lint
  CI=1 npm run build
  npm test
)

step "the n8n package in a real n8n (installed once, into ~/.cache/pinterest-connector)"
CONNECTOR_DLL=$PWD/sidecar/bin/Release/net10.0/connector.dll tests/n8n-e2e/run

step "25 kills under load (1,000: dotnet run -c Release --project tests/crash -- --rounds 1000)"
dotnet run -c Release --no-build --project tests/crash -- --rounds 25

step "all green"
