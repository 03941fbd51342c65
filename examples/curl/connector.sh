# shellcheck shell=bash
# Sourced by the scripts beside it: a request to the connector, and a field of a JSON answer. Needs curl, openssl and python3.

die() { echo "$*" >&2; exit 2; }

[[ -n ${CONNECTOR_KEY:-} ]] || die "Set CONNECTOR_KEY to an API key of the connector; it starts with pck_."
CONNECTOR_URL=${CONNECTOR_URL:-http://127.0.0.1:5280}

# The key travels as a file, because anybody on the machine can read the arguments of a program.
authorization() { printf 'header = "Authorization: Bearer %s"\n' "$CONNECTOR_KEY"; }

# field NAME < JSON: the value, or nothing; a.b looks inside.
field() {
  python3 -c '
import json, sys
try:
    value = json.load(sys.stdin)
    for name in sys.argv[1].split("."):
        value = (value or {}).get(name)
    print("" if value is None else value)
except (ValueError, AttributeError):
    pass' "$1"
}

# explain STATUS < ANSWER: a refusal in words, with what to do about it: https://www.rfc-editor.org/rfc/rfc9457
explain() {
  python3 -c '
import json, sys
status, text = sys.argv[1], sys.stdin.read()
try:
    problem = json.loads(text)
    print("Refused (%s):" % status, problem.get("detail") or problem["title"])
    if problem.get("remediation"):
        print("What to do:", problem["remediation"])
except (ValueError, KeyError, AttributeError):
    print("Refused (%s), and not by the connector, it seems:" % status, text[:300])' "$1" >&2
}

# request PATH [CURL ARGUMENTS]: prints the answer. A refusal goes to standard error in words, and the exit code is 2.
# What may pass is tried again, which is safe for a GET, and for a pin with an idempotency key.
request() {
  local path=$1 answer status
  shift
  answer=$(mktemp)
  if ! status=$(curl --silent --show-error --retry 3 --config <(authorization) --output "$answer" --write-out '%{http_code}' \
    "$@" "$CONNECTOR_URL$path"); then
    rm -f "$answer"
    echo "There is no answer from $CONNECTOR_URL. Does the connector run there?" >&2
    return 2
  fi
  if [[ $status == 2* ]]; then cat "$answer"; else explain "$status" <"$answer"; fi
  rm -f "$answer"
  [[ $status == 2* ]] || return 2
}

# publish FILE < PIN: sends a pin. The key that keeps it from being published twice is IDEMPOTENCY_KEY, or the one in the
# file, or made of what the file says.
publish() {
  local file=$1 key
  key=${IDEMPOTENCY_KEY:-$(field idempotency_key <"$file")}
  key=${key:-$(openssl dgst -sha256 -r "$file" | cut -c1-64)}
  request /v1/pins --header 'Content-Type: application/json' --header "Idempotency-Key: $key" --data-binary @-
}

# import_url URL [MAP FILE]: has the connector fetch a file and make pins of its rows, and prints the import once it has ended.
# BOARD is where rows go for which nothing else says a board, DRY_RUN=true only looks.
import_url() {
  local import id
  import=$(python3 -c '
import json, os, sys
said = {"url": sys.argv[1], "board": os.environ.get("BOARD"), "dry_run": os.environ.get("DRY_RUN") == "true"}
if sys.argv[2:]:
    said["map"] = json.load(open(sys.argv[2]))
print(json.dumps({name: value for name, value in said.items() if value}))' "$@" |
    request /v1/imports --header 'Content-Type: application/json' --data-binary @-) || return 2
  id=$(field id <<<"$import")
  until [[ -n $(field ended_at <<<"$import") ]]; do
    sleep "${PAUSE_SECONDS:-2}"
    import=$(request "/v1/imports/$id") || return 2
  done
  echo "$import"
}

# tell_import < IMPORT: what became of its rows, and which are wrong. Returns 1 when some are.
tell_import() {
  local import id
  import=$(cat)
  id=$(field id <<<"$import")
  echo "$(field name <<<"$import"): $(field created <<<"$import") new, $(field existing <<<"$import") there already," \
    "$(field skipped <<<"$import") left out, $(field failed <<<"$import") wrong." \
    "$(field note <<<"$import")$(field error_message <<<"$import")"
  [[ $(field status <<<"$import") != completed ]] || return 0
  request "/v1/imports/$id/errors.csv" >&2 || true
  return 1
}
