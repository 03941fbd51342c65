#!/usr/bin/env bash
# Publishes the pin in a JSON file and waits until it is over.
#
#   CONNECTOR_KEY=pck_... ./publish-and-wait.sh pin.json
#
# Run it again and nothing is published twice: the idempotency key is IDEMPOTENCY_KEY, or the file's own,
# or made of what the file says. Exit codes: 0 published, 1 failed, 2 refused or no answer, 3 unconfirmed, 4 canceled,
# 5 still waiting after MAX_WAIT_SECONDS (600 unless set); the pin goes on by itself, and the same command waits on.
set -euo pipefail
# shellcheck source=connector.sh
source "$(dirname "$0")/connector.sh"

file=${1:-} limit=${MAX_WAIT_SECONDS:-600}
[[ -r $file ]] || die "Which pin? Give a JSON file: ./publish-and-wait.sh pin.json"

pin=$(publish "$file" <"$file")
id=$(field id <<<"$pin")
echo "Accepted as $id." >&2

while :; do
  left=$((limit - SECONDS))
  case $(field status <<<"$pin") in
    published) echo "published: $(field pinterest_url <<<"$pin")"; exit 0 ;;
    failed) echo "failed: $(field error_message <<<"$pin") What to do: $(field error_remediation <<<"$pin")"; exit 1 ;;
    unconfirmed) echo "unconfirmed: $(field error_message <<<"$pin") What to do: $(field error_remediation <<<"$pin")"; exit 3 ;;
    canceled) echo "canceled"; exit 4 ;;
  esac
  if ((left <= 0)); then
    echo "waiting: $(field waiting_for.message <<<"$pin") Expected at: $(field eta.expected_at <<<"$pin")"
    exit 5
  fi
  # The connector answers when it is over, or after so many seconds; asking once a second would only cost more.
  pin=$(request "/v1/pins/$id?wait=$((left < 30 ? left : 30))")
done
