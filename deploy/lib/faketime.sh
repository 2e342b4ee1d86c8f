# Finds libfaketime, which shows a process another time than the machine's. Sourced, never run.
# shellcheck shell=bash

latchkey_faketime_library() {
    local place
    for place in /usr/lib/*/faketime/libfaketime.so.1 /usr/lib64/faketime/libfaketime.so.1; do
        [ ! -e "$place" ] || { printf '%s\n' "$place"; return 0; }
    done
    return 1
}

# Exports LATCHKEY_FAKETIME, the library; installs it on Debian when run as root. Without it no clock is off, which is said
# loudly.
latchkey_find_faketime() {
    if ! latchkey_faketime_library >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing faketime, for services whose clock is off ..."
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends faketime; } >/dev/null || true
    fi
    LATCHKEY_FAKETIME=$(latchkey_faketime_library || true)
    if [ -z "$LATCHKEY_FAKETIME" ]; then
        echo "WARNING: libfaketime not found: NO SERVICE'S CLOCK IS OFF. Install it, for example Debian's package faketime." >&2
    fi
    export LATCHKEY_FAKETIME
}
