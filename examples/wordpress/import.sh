#!/usr/bin/env bash
# Makes a pin of each new post of a WordPress blog, of its feed. A post without any picture is left out.
#
#   CONNECTOR_KEY=pck_... ./import.sh https://blog.example.com
#
# A post that was imported before makes no second pin, so it may run as often as you like. DRY_RUN=true only looks.
# Exit codes: 0 all is well, 1 some posts are wrong, 2 refused or no answer.
set -euo pipefail
here=$(dirname "$0")
# shellcheck source=../curl/connector.sh
source "$here/../curl/connector.sh"

blog=${1:-}
[[ $blog == http* ]] || die "Which blog? Give its address: ./import.sh https://blog.example.com"

import=$(import_url "${blog%/}/feed/" "$here/map.json") || exit 2
tell_import <<<"$import"
