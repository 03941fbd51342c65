#!/usr/bin/env python3
"""Tells whether a webhook or callback really comes from your connector. Needs Python 3.7 or later, and nothing else.

  WEBHOOK_SECRET=whsec_... python3 verify.py "$webhook_id" "$webhook_timestamp" "$webhook_signature" < body

The three are the headers webhook-id, webhook-timestamp and webhook-signature; the body is what was posted, byte for byte.
Exit code 0: genuine. 1: not. The rules: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""
import base64
import binascii
import hmac
import os
import re
import sys
import time

TOLERANCE_SECONDS = 300


def why_not(webhook_id, timestamp, signatures, body, secret, now=None):
    """Why a delivery is not genuine; None when it is. The body is bytes, exactly those that were posted."""
    try:
        key = base64.b64decode(secret[len("whsec_"):], validate=True) if secret.startswith("whsec_") else b""
    except binascii.Error:
        key = b""
    if len(key) < 24:
        return "set WEBHOOK_SECRET to the webhook's secret; it starts with whsec_."
    if not re.fullmatch("[0-9]{1,12}", timestamp):
        return "the timestamp is no number of seconds."
    if abs((time.time() if now is None else now) - int(timestamp)) > TOLERANCE_SECONDS:
        return "it is more than five minutes old or from the future: somebody may be sending an old delivery again, or a clock is wrong."

    made = hmac.digest(key, f"{webhook_id}.{timestamp}.".encode() + body, "sha256")
    expected = b"v1," + base64.b64encode(made)
    # After a change of secret there are several for a day, separated by spaces; one that fits is enough.
    if any(hmac.compare_digest(each.encode(), expected) for each in signatures.split(" ")):
        return None
    return "no signature fits: the body was changed, the secret is another webhook's, or it comes from somebody else."


def main():
    if len(sys.argv) != 4:
        reason = "give the headers webhook-id, webhook-timestamp and webhook-signature, and the body on standard input."
    else:
        # WEBHOOK_NOW is for tests: what time it is, in seconds since 1970.
        now = float(os.environ["WEBHOOK_NOW"]) if "WEBHOOK_NOW" in os.environ else None
        reason = why_not(*sys.argv[1:], sys.stdin.buffer.read(), os.environ.get("WEBHOOK_SECRET", ""), now)
    if reason is None:
        print("Genuine.")
    else:
        print(f"Refused: {reason}", file=sys.stderr)
    return 0 if reason is None else 1


if __name__ == "__main__":
    sys.exit(main())
