#!/usr/bin/env bash
# Makes a pin of each new row of a Google Sheet that anybody with the link may see.
#
#   CONNECTOR_KEY=pck_... ./import.sh 'https://docs.google.com/spreadsheets/d/…/edit?gid=0'
#
# A row that was imported before makes no second pin, so it may run as often as you like. DRY_RUN=true only looks.
# Exit codes: 0 all is well, 1 some rows are wrong, 2 refused or no answer.
set -euo pipefail
here=$(dirname "$0")
# shellcheck source=../curl/connector.sh
source "$here/../curl/connector.sh"

sheet=${1:-}
[[ $sheet =~ ^(http.*/spreadsheets/d/[^/]+) ]] || die "Which sheet? Give the address that its browser tab has, in quotes."
url="${BASH_REMATCH[1]}/export?format=csv"
[[ ! $sheet =~ gid=([0-9]+) ]] || url="$url&gid=${BASH_REMATCH[1]}"

import=$(import_url "$url" "$here/map.json") || exit 2
tell_import <<<"$import"
