#!/usr/bin/env bash
# Prints the secret that signs the callbacks of pins created with CONNECTOR_KEY: whsec_ and base64 of
# HMAC-SHA256(key, "pinterest-connector-callback"). POST /v1/keys shows it too, as callback_secret, when the key is made.
#
#   WEBHOOK_SECRET=$(CONNECTOR_KEY=pck_... ./callback-secret.sh)
set -euo pipefail
: "${CONNECTOR_KEY:?Set CONNECTOR_KEY to the API key that creates the pins; it starts with pck_.}"
export CONNECTOR_KEY

python3 -c '
import base64, hmac, os
made = hmac.digest(os.environ["CONNECTOR_KEY"].encode(), b"pinterest-connector-callback", "sha256")
print("whsec_" + base64.b64encode(made).decode())'
