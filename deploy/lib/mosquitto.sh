# Finds Mosquitto, the second MQTT broker, and builds our plugin for it. Sourced, never run.
# shellcheck shell=bash

latchkey_plugin_source=$latchkey_root/deploy/local/mqtt-mosquitto/access.c
latchkey_plugin=$latchkey_root/deploy/local/mqtt-mosquitto/target/latchkey-access.so
latchkey_mosquitto_packages=(mosquitto mosquitto-dev libmosquitto-dev libssl-dev gcc libc6-dev)

# Which broker a stack has: the one asked for ($1), else the one its data folder remembers.
latchkey_broker() {
    local remembered=${LATCHKEY_DATA:-$latchkey_root/.local}/mqtt-broker
    if [ -n "${1:-}" ]; then
        printf '%s\n' "$1"
    elif [ -f "$remembered" ]; then
        head -n 1 "$remembered"
    else
        echo hivemq
    fi
}

latchkey_mosquitto_program() {
    PATH=$PATH:/usr/local/sbin:/usr/sbin command -v mosquitto
}

latchkey_has_mosquitto() {
    latchkey_mosquitto_program >/dev/null && command -v gcc >/dev/null 2>&1 \
        && printf '#include <mosquitto.h>\n#include <mosquitto_broker.h>\n#include <mosquitto_plugin.h>\n#include <openssl/x509.h>\n' \
        | gcc -fsyntax-only -x c - 2>/dev/null
}

# Installs Mosquitto and what its plugin is built with, on Debian as root. Its service, which Debian starts at once on
# port 1883, has nothing to do with ours.
latchkey_install_mosquitto() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
    echo "Installing Mosquitto and what its plugin is built with: ${latchkey_mosquitto_packages[*]} ..." >&2
    { apt-get update -qq \
        && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${latchkey_mosquitto_packages[@]}"; } \
        >/dev/null
}

# Exports LATCHKEY_MOSQUITTO, the program; builds the plugin if it is older than its source. Fails, with a sentence, if
# there is no Mosquitto.
latchkey_find_mosquitto() {
    if ! latchkey_has_mosquitto && ! latchkey_install_mosquitto; then
        cat >&2 <<SENTENCE
The broker Mosquitto was asked for, but it or what its plugin is built with is missing. Install, for example, Debian's
packages ${latchkey_mosquitto_packages[*]}
(as root on Debian this is done here), or go on with the broker that comes with the build: --mqtt hivemq
SENTENCE
        return 1
    fi
    if [ ! "$latchkey_plugin" -nt "$latchkey_plugin_source" ]; then
        mkdir -p "$(dirname "$latchkey_plugin")"
        local unfinished
        unfinished=$(mktemp "$latchkey_plugin.XXXXXX")
        gcc -std=c11 -O2 -Wall -Wextra -Werror -fPIC -shared -o "$unfinished" "$latchkey_plugin_source" -lcrypto \
            || { rm -f "$unfinished"; return 1; }
        chmod 755 "$unfinished" && mv "$unfinished" "$latchkey_plugin"
    fi
    LATCHKEY_MOSQUITTO=$(latchkey_mosquitto_program)
    export LATCHKEY_MOSQUITTO
}
