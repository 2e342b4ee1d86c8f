# Runs the launcher behind deploy/up, deploy/down and deploy/status. Sourced, never run.
# shellcheck shell=bash

latchkey_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
latchkey_launcher=$latchkey_root/deploy/local/launcher/target/local-launcher.jar
# shellcheck source=toolchain.sh
. "$latchkey_root/deploy/lib/toolchain.sh"

# Builds everything, without tests; with --servers-only just the servers and the launcher.
latchkey_build() {
    latchkey_find_maven || return 1
    local only=()
    [ "${1:-}" != --servers-only ] || only=(-pl deploy/local/launcher -am)
    echo "Building (the first time this takes a few minutes) ..." >&2
    (cd "$latchkey_root" && mvn -B -q -DskipTests "${only[@]}" package)
}

latchkey_launch() {
    "$JAVA_HOME/bin/java" -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        -Dlatchkey.root="$latchkey_root" -jar "$latchkey_launcher" "$@"
}

# Says what was wrong with the command line, then the usage, and ends the script.
latchkey_misused() {
    echo "$1" >&2
    usage >&2
    exit 2
}
