#!/usr/bin/env bash
# Makes a pin of each new product of a Shopify shop, which tells them at /products.json without any key.
#
#   CONNECTOR_KEY=pck_... ./import.sh https://your-shop.myshopify.com
#
# A product that was imported before makes no second pin, so it may run as often as you like. DRY_RUN=true only looks.
# Exit codes: 0 all is well, 1 some products are wrong, 2 refused or no answer.
set -euo pipefail
here=$(dirname "$0")
# shellcheck source=../curl/connector.sh
source "$here/../curl/connector.sh"

shop=${1:-} worst=0
[[ $shop == http* ]] || die "Which shop? Give its address: ./import.sh https://your-shop.myshopify.com"

# A page has 250 products at most, and the page after the last one has none.
for ((page = 1; page <= ${MAX_PAGES:-40}; page++)); do
  import=$(import_url "${shop%/}/products.json?limit=250&page=$page" "$here/map.json") || exit 2
  [[ $(field total <<<"$import") != 0 ]] || break
  tell_import <<<"$import" || worst=1
done
exit $worst
