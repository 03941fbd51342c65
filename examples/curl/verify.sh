#!/usr/bin/env bash
# Tells whether a webhook or callback really comes from your connector. Needs openssl, and nothing else.
#
#   WEBHOOK_SECRET=whsec_... ./verify.sh "$webhook_id" "$webhook_timestamp" "$webhook_signature" < body
#
# The three are the headers webhook-id, webhook-timestamp and webhook-signature; the body is what was posted, byte for byte.
# Exit code 0: genuine. 1: not. The rules: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
set -euof pipefail

refuse() { echo "Refused: $*" >&2; exit 1; }
(($# == 3)) || refuse "give the headers webhook-id, webhook-timestamp and webhook-signature, and the body on standard input."
[[ ${WEBHOOK_SECRET:-} == whsec_* ]] || refuse "set WEBHOOK_SECRET to the webhook's secret; it starts with whsec_."
id=$1 timestamp=$2 signatures=$3

# WEBHOOK_NOW is for tests: what time it is, in seconds since 1970.
[[ $timestamp =~ ^[0-9]{1,12}$ ]] || refuse "the timestamp is no number of seconds."
age=$((${WEBHOOK_NOW:-$(date +%s)} - 10#$timestamp))
((age <= 300 && age >= -300)) ||
  refuse "it is more than five minutes old or from the future: somebody may be sending an old delivery again, or a clock is wrong."

secret=$(printf %s "${WEBHOOK_SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
((${#secret} >= 48 && ${#secret} <= 128)) || refuse "WEBHOOK_SECRET is not whsec_ and base64 of 24 to 64 bytes."
printf -v secret '%-128s' "$secret"

# HMAC by hand (RFC 2104), because openssl wants the secret as an argument, which anybody on the machine can read.
pad() {
  local i octets=''
  for ((i = 0; i < 128; i += 2)); do printf -v octets '%s\\x%02x' "$octets" $((16#${secret:i:2} ^ $1)); done
  printf %b "$octets"
}
secret=${secret// /0}
sha256() { openssl dgst -sha256 -binary; }
inner() { { pad 0x36; printf '%s.%s.' "$id" "$timestamp"; cat; } | sha256; }
expected=$({ pad 0x5c; inner; } | sha256 | openssl base64 -A)

# After a change of secret there are several for a day, separated by spaces; one that fits is enough.
for signature in $signatures; do
  if [[ $signature == "v1,$expected" ]]; then echo "Genuine."; exit 0; fi
done
refuse "no signature fits: the body was changed, the secret is another webhook's, or it comes from somebody else."
