#!/usr/bin/env bash
# Builds everything and runs every test, with nothing skipped. Needs the .NET 10 SDK and Node 20; installs Chromium when run as root on Debian.
#   ./test.sh                     everything
#   ./test.sh Features.Tickets    the tests whose full name contains that
#   ./test.sh --screenshots       draws docs/pictures anew
#   ./test.sh --kill-rounds 500   a longer crash test
#   ./test.sh --many-actions 50000   more random actions than the usual 10 000
#   ./test.sh --bench             the benchmarks (minutes, not part of the tests)
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
configuration=${CONFIGURATION:-Debug}

need() { command -v "$1" >/dev/null 2>&1 || { echo "test.sh needs $2." >&2; exit 2; }; }
need dotnet "the .NET 10 SDK: https://dotnet.microsoft.com/download/dotnet/10.0"
need node "Node.js 20 or later: https://nodejs.org"
need npm "npm, which comes with Node.js: https://nodejs.org"

chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ -z "$chromium" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium for the browser tests."
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
    chromium=$(command -v chromium)
  else
    echo "test.sh needs Chromium for the browser tests: install the package chromium, or set CHROMIUM to the program." >&2
    exit 2
  fi
fi
export CHROMIUM=$chromium

filter=()
while [ $# -gt 0 ]; do
  case $1 in
    --bench) exec dotnet run -c Release --project Synerity.SupportBot.Benchmarks -- "${@:2}" ;;
    --screenshots) export SCREENSHOTS=$PWD/docs/pictures; mkdir -p "$SCREENSHOTS"; filter=(--filter "FullyQualifiedName~Browser") ;;
    --kill-rounds) export KILL_ROUNDS=$2; filter=(--filter "FullyQualifiedName~Processes"); shift ;;
    --many-actions) export MANY_ACTIONS=$2; filter=(--filter "FullyQualifiedName~ManyActionsTests"); shift ;;
    -*) echo "test.sh: unknown option $1" >&2; exit 2 ;;
    *) filter=(--filter "FullyQualifiedName~$1") ;;
  esac
  shift
done

dotnet build Synerity.SupportBot.sln -c "$configuration" -v quiet
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
failed=0
dotnet test Synerity.SupportBot.sln -c "$configuration" --no-build --logger "trx;LogFileName=results.trx" --results-directory "$results" "${filter[@]}" || failed=1

# The closing line, from the result file itself: a run without results has failed.
node - "$results/results.trx" "$failed" <<'SUM'
const [file, failed] = process.argv.slice(2);
const results = require("fs").readFileSync(file, "utf8");
const plain = text => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
for (const [, figures] of results.matchAll(/<StdOut>([^<]*)<\/StdOut>/g)) if (!figures.includes("[xUnit.net")) console.log(plain(figures).trim());
const counters = results.match(/<Counters [^>]*>/)[0];
const count = name => Number((counters.match(new RegExp(` ${name}="(\\d+)"`)) ?? [0, 0])[1]);
const skipped = count("total") - count("executed");
console.log(`${count("passed")} passed, ${count("executed") - count("passed")} failed${skipped ? `, ${skipped} skipped` : ""}`);
process.exit(failed === "0" && count("passed") > 0 && count("executed") === count("passed") && skipped === 0 ? 0 : 1);
SUM
