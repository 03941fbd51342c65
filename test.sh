#!/usr/bin/env bash
# Everything that must hold. Its last lines say how long each step took, what was skipped and why, and how many tests
# passed, failed and were skipped. Where CI=true, as in .ci/run, a skipped test is a failure.
set -uo pipefail
cd "$(dirname "$0")" || exit
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NO_UPDATE_NOTIFIER=1

tests/needs || exit
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
trap 'exit 130' INT

# step KIND NAME COMMAND...: runs the command and notes what tests/closing.mjs reads. A check has no tests to count, a program is one.
step() {
  local kind=$1 name=$2 begun=$SECONDS code=0
  shift 2
  printf '\n== %s\n' "$name"
  "$@" 2>&1 | tee "$results/$name.log" || code=$?
  printf '%s\t%s\t%s\t%s\n' "$kind" "$name" "$((SECONDS - begun))" "$code" >>"$results/steps"
  return "$code"
}

# meanwhile COMMAND...: begins steps that leave a core free. What they print is shown when they are finished, so that nothing is mixed.
meanwhile() {
  "$@" >"$results/meanwhile" 2>&1 &
}

finish() {
  wait
  cat "$results/meanwhile"
}

# suite PROJECT [STEP [OPTION...]]: the results lie under the name of the step.
suite() {
  dotnet test "tests/$1" -c Release --no-build --results-directory "$results" \
    --logger "console;verbosity=minimal" --logger "trx;LogFileName=${2:-$1}.trx" "${@:3}"
}

# The same tests on the other engine, but for those that are about SQLite alone, and two classes that take ten minutes there.
postgres() {
  local those='Engine!=sqlite&FullyQualifiedName!~UnderTheLimitTests&FullyQualifiedName!~PropertyTests'
  tests/needs postgres && CONNECTOR_TEST_DATABASE=postgres suite integration "integration on PostgreSQL" --filter "$those"
}

# The same tests of files on the other store.
s3() {
  local those='FullyQualifiedName~Connector.Tests.Assets&Store!=folder'
  tests/s3/install && CONNECTOR_TEST_STORE=s3 suite integration "files on S3" --filter "$those"
}

console() {
  tests/needs browser && suite console
}

n8n_package() {
  cd n8n-node && npm ci --ignore-scripts --no-audit --no-fund && CI=1 npm run lint && CI=1 npm run build && npm test
}

# Other steps are at work beside it, so accounts may stand still for longer than on a quiet machine.
replicas() {
  tests/needs postgres && dotnet run -c Release --no-build --project tests/crash -- replicas --rounds 15 --gap 60
}

# 1,000 kills: dotnet run -c Release --project tests/crash -- --rounds 1000; 300 troubles of replicas: … replicas --rounds 300
crashes() {
  step program "25 kills" dotnet run -c Release --no-build --project tests/crash -- --rounds 25
  step program "15 troubles of replicas" replicas
}

everything() {
  step check "build" dotnet build Connector.sln -c Release || return # warnings are errors
  meanwhile step check "formatting" dotnet format Connector.sln --verify-no-changes --no-restore
  step dotnet "unit" suite unit
  step node "n8n package" n8n_package
  finish
  step dotnet "integration" suite integration integration --filter "Engine!=postgres"
  step dotnet "integration on PostgreSQL" postgres
  step dotnet "files on S3" s3
  step dotnet "e2e" suite e2e
  step dotnet "console" console
  export CONNECTOR_DLL=$PWD/sidecar/bin/Release/net10.0/connector.dll
  meanwhile crashes
  step node "generated clients" tests/clients/run
  step node "real n8n" tests/n8n-e2e/run
  finish
}

everything
node tests/closing.mjs "$results"
