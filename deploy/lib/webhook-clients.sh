# Finds public libraries of Standard Webhooks for the tests of the integrator's guide. Sourced, never run.
# shellcheck shell=bash

latchkey_webhook_clients=(standardwebhooks@1.1.1 svix@2.5.0)

# Exports LATCHKEY_WEBHOOK_CLIENTS, a folder from which a script finds them; installs them where Node is. Without them their
# tests are skipped, loudly.
latchkey_find_webhook_clients() {
    local folder=$latchkey_root/system-tests/target/webhook-clients
    LATCHKEY_WEBHOOK_CLIENTS=''
    if ! command -v npm >/dev/null 2>&1 && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing Node for the tests of public webhook libraries ..."
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends nodejs npm; } >/dev/null || true
    fi
    if command -v npm >/dev/null 2>&1 && command -v node >/dev/null 2>&1; then
        mkdir -p "$folder"
        if [ -d "$folder/node_modules/svix" ] || npm install --prefix "$folder" --no-package-lock --no-audit --no-fund --silent \
            "${latchkey_webhook_clients[@]}" >/dev/null; then
            LATCHKEY_WEBHOOK_CLIENTS=$folder
        fi
    fi
    if [ -z "$LATCHKEY_WEBHOOK_CLIENTS" ]; then
        echo "WARNING: no Node, or the registry is away: THE TESTS OF PUBLIC WEBHOOK LIBRARIES ARE SKIPPED. Install Debian's nodejs and npm." >&2
    fi
    export LATCHKEY_WEBHOOK_CLIENTS
}
