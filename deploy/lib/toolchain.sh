# Finds the tools that the scripts in deploy/ need. Sourced, never run.
# shellcheck shell=bash

# The major version of the JDK in folder $1; nothing if it has no compiler or does not answer.
latchkey_jdk_major() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    "$1/bin/java" -XshowSettings:properties -version 2>&1 \
        | sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p'
}

# Prints the folder of the newest JDK >= 21; fails if there is none.
latchkey_newest_jdk() {
    local candidate major best='' best_major=20 on_path
    on_path=$(command -v java 2>/dev/null) || on_path=''
    [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* "$on_path"; do
        major=$(latchkey_jdk_major "$candidate")
        if [ -n "$major" ] && [ "$major" -gt "$best_major" ]; then
            best=$candidate
            best_major=$major
        fi
    done
    [ -n "$best" ] && printf '%s\n' "$best"
}

# Sets and exports JAVA_HOME: the user's own if it is new enough, else the newest found.
latchkey_find_java() {
    local major=''
    [ -z "${JAVA_HOME:-}" ] || major=$(latchkey_jdk_major "$JAVA_HOME")
    if [ -z "$major" ] || [ "$major" -lt 21 ]; then
        if ! JAVA_HOME=$(latchkey_newest_jdk); then
            cat >&2 <<'SENTENCE'
Latchkey needs a JDK 21 or newer, and none was found. Install one, for example Debian's openjdk-21-jdk
or Eclipse Temurin (https://adoptium.net), or let JAVA_HOME name one that lies elsewhere.
SENTENCE
            return 1
        fi
    fi
    export JAVA_HOME
}

# Checks for Maven.
latchkey_find_maven() {
    command -v mvn >/dev/null 2>&1 && return 0
    echo "Latchkey is built with Maven 3.8.7 or newer, and no mvn was found on the PATH. Install it, for example Debian's package maven." >&2
    return 1
}
