#!/bin/sh
# Tells a CDN of every new edition, so that it forgets the pages that it has: one for each site, run beside nginx.
#
#   CDN_PURGE_URL=https://api.cdn.example/zones/1/purge CDN_PURGE_TOKEN=... deploy/cdn-purge.sh /srv/newsroom/edition
#
# The request is a POST with the edition's key as its body. A purge that fails is tried again; editions that follow one
# another within the second are one purge. INTERVAL is the pause between two looks, in seconds.
set -u
edition=${1:?the folder of the edition: EDITION_DIR}
: "${CDN_PURGE_URL:?where to tell the CDN to forget its pages}"
told=
while :; do
    now=$(readlink "$edition/current" 2>/dev/null || true)
    if [ -n "$now" ] && [ "$now" != "$told" ]; then
        if printf 'header = "Authorization: Bearer %s"\n' "${CDN_PURGE_TOKEN:-}" |
            curl --config - --fail --silent --show-error --max-time 5 --output /dev/null --data "${now%.*}" "$CDN_PURGE_URL"
        then
            told=$now
        fi
    fi
    sleep "${INTERVAL:-1}"
done
