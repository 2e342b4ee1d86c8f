# Finds a headless browser for the tests of pages. Sourced, never run.
# shellcheck shell=bash

# Exports LATCHKEY_CHROMIUM and LATCHKEY_CHROMEDRIVER; installs them on Debian when run as root. Without a browser the
# tests of pages are skipped, loudly.
latchkey_find_browser() {
    if ! command -v chromium >/dev/null 2>&1 || ! command -v chromedriver >/dev/null 2>&1; then
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
            echo "Installing chromium and chromium-driver for the tests of pages ..."
            { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium chromium-driver; } >/dev/null || true
        fi
    fi
    LATCHKEY_CHROMIUM=$(command -v chromium || true)
    LATCHKEY_CHROMEDRIVER=$(command -v chromedriver || true)
    if [ -z "$LATCHKEY_CHROMIUM" ] || [ -z "$LATCHKEY_CHROMEDRIVER" ]; then
        echo "WARNING: no chromium and chromedriver found: THE TESTS OF PAGES ARE SKIPPED. Install both, for example Debian's packages chromium and chromium-driver." >&2
    fi
    export LATCHKEY_CHROMIUM LATCHKEY_CHROMEDRIVER
}
