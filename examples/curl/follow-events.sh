#!/usr/bin/env bash
# Prints what happens, one JSON event a line, as it happens; for a machine that nobody can post to.
#
#   CONNECTOR_KEY=pck_... ./follow-events.sh | while read -r event; do ...; done
#
# The last event printed is remembered in a file (EVENTS_STATE, .last-event-id unless set), so after a break, a restart of
# the connector or of this script nothing is missed. The first time it begins with what happens from now on.
set -euo pipefail
# shellcheck source=connector.sh
source "$(dirname "$0")/connector.sh"

state=${EVENTS_STATE:-.last-event-id}
if [[ ! -s $state ]]; then
  latest=$(request '/v1/events?limit=1')
  # Before the first event there is: an id that is older than all.
  python3 -c '
import json, sys
items = json.load(sys.stdin)["items"]
print(items[0]["id"] if items else "evt_" + "0" * 26)' <<<"$latest" >"$state"
fi

print_events() {
  local line id='' data=''
  while IFS= read -r line; do
    case $line in
      'id: '*) id=${line#id: } ;;
      'data: '*) data=${line#data: } ;;
      # Events named alive, which keep the connection open, have no id.
      '') if [[ -n $id ]]; then printf '%s\n' "$data" && printf '%s\n' "$id" >"$state"; fi; id='' data='' ;;
    esac
  done
}

while :; do
  ended=0
  # Something comes every 20 seconds; a connection that is silent for a minute is dead.
  curl --no-buffer --silent --show-error --fail --speed-limit 1 --speed-time 60 --config <(authorization) \
    --header "Last-Event-ID: $(cat "$state")" "$CONNECTOR_URL/v1/events/stream" | print_events || ended=${PIPESTATUS[0]}
  # 22: the connector refuses. Ask again where the reason is shown, and stop.
  if ((ended == 22)); then request "/v1/events?limit=1&after=$(cat "$state")" >/dev/null || exit 2; fi
  sleep "${RECONNECT_SECONDS:-2}"
done
