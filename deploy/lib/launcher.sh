# Runs the launcher behind deploy/up, deploy/down and deploy/status. Sourced, never run.
# shellcheck shell=bash

latchkey_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
latchkey_launcher=$latchkey_root/deploy/local/launcher/target/local-launcher.jar
# shellcheck source=toolchain.sh
. "$latchkey_root/deploy/lib/toolchain.sh"

latchkey_stamp=$latchkey_root/target/built

# Whether something was never built, or a source is newer than the last build. Whoever has just built and calls these
# scripts from within sets LATCHKEY_BUILT=yes.
latchkey_is_stale() {
    [ "${LATCHKEY_BUILT:-}" != yes ] || return 1
    [ -e "$latchkey_stamp" ] || return 0
    [ -n "$(find "$latchkey_root" \( -name target -o -name .git -o -name .local \) -prune -o -type f \
        \( -path '*/src/main/*' -o -name pom.xml \) -newer "$latchkey_stamp" -print -quit)" ]
}

# Builds everything, without tests; with --servers-only just the servers and the launcher.
latchkey_build() {
    latchkey_find_maven || return 1
    local only=() started
    started=$(mktemp)
    [ "${1:-}" != --servers-only ] || only=(-pl deploy/local/launcher -am)
    echo "Building (the first time this takes a few minutes) ..." >&2
    (cd "$latchkey_root" && mvn -B -q -T 2 -DskipTests "${only[@]}" package) || { rm -f "$started"; return 1; }
    if [ ${#only[@]} = 0 ]; then
        mkdir -p "$latchkey_root/target"
        touch -r "$started" "$latchkey_stamp" # what changed during the build is newer
    fi
    rm -f "$started"
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
