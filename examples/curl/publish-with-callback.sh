#!/usr/bin/env bash
# Publishes the pin in a JSON file and returns at once; how it ended is posted to an address of yours, signed.
#
#   CONNECTOR_KEY=pck_... ./publish-with-callback.sh pin.json https://example.com/hooks/pinterest
#
# The address must be https and public; for others see Connector:Network:AllowPrivateAddresses. What arrives there is
# checked with verify.sh, verify.mjs or verify.py and the secret that callback-secret.sh prints.
set -euo pipefail
# shellcheck source=connector.sh
source "$(dirname "$0")/connector.sh"

file=${1:-} address=${2:-}
[[ -r $file && -n $address ]] ||
  die "Which pin, and where to? Give a JSON file and an address: ./publish-with-callback.sh pin.json https://..."

body=$(python3 -c '
import json, sys
print(json.dumps({**json.load(sys.stdin), "callback_url": sys.argv[1]}))' "$address" <"$file" 2>/dev/null) ||
  die "$file is not valid JSON with one pin in it; pin.json shows what it looks like."
pin=$(publish "$file" <<<"$body")
echo "Accepted as $(field id <<<"$pin"); how it ends will be posted to $address."
