# shellcheck shell=bash
# Finds a JDK that is new enough. Sourced by ./run and ./test, which say plainly what to install when there is none.

OLDEST_JDK=21

# The major version of the JDK in a folder, or nothing when there is no whole JDK in it.
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
    "$1/bin/java" -version 2>&1 </dev/null | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
}

# Folders where JDKs usually lie, one a line. TISKI_JDK_FOLDERS replaces them (patterns, separated by colons).
usual_jdks() {
    local patterns pattern folder
    IFS=: read -r -a patterns <<<"${TISKI_JDK_FOLDERS:-/usr/lib/jvm/*:/usr/java/*:/opt/*:/opt/java/*:${HOME:-/root}/.sdkman/candidates/java/*:${HOME:-/root}/.jdks/*:/Library/Java/JavaVirtualMachines/*/Contents/Home:/opt/homebrew/opt/openjdk*:/usr/local/opt/openjdk*}"
    for pattern in "${patterns[@]}"; do
        # A pattern that matches nothing stands for itself, and is no folder.
        while IFS= read -r folder; do
            [ ! -d "$folder" ] || printf '%s\n' "$folder"
        done < <(compgen -G "$pattern" || true)
    done
}

# Prints the folder of the JDK to use: JAVA_HOME's, else the one on the PATH, else the newest of the usual folders.
find_jdk() {
    local java folder version newest='' newest_version=0
    if [ -n "${JAVA_HOME:-}" ]; then
        version=$(jdk_version "$JAVA_HOME")
        if [ "${version:-0}" -ge "$OLDEST_JDK" ]; then
            printf '%s\n' "$JAVA_HOME"
            return 0
        fi
    fi
    if java=$(command -v javac); then
        # The command on the PATH is usually a link to the real one.
        while [ -L "$java" ]; do
            folder=$(readlink "$java")
            case $folder in
                /*) java=$folder ;;
                *) java=$(dirname "$java")/$folder ;;
            esac
        done
        folder=$(cd "$(dirname "$java")/.." && pwd -P)
        version=$(jdk_version "$folder")
        if [ "${version:-0}" -ge "$OLDEST_JDK" ]; then
            printf '%s\n' "$folder"
            return 0
        fi
    fi
    while IFS= read -r folder; do
        version=$(jdk_version "$folder")
        if [ "${version:-0}" -ge "$OLDEST_JDK" ] && [ "$version" -gt "$newest_version" ]; then
            newest=$folder
            newest_version=$version
        fi
    done < <(usual_jdks)
    [ -n "$newest" ] && printf '%s\n' "$newest"
}

# Exports JAVA_HOME, or ends the script with one sentence.
require_jdk() {
    if ! JAVA_HOME=$(find_jdk); then
        echo "Tiski cannot start: no JDK $OLDEST_JDK or later was found; install one (for example Temurin 25 from https://adoptium.net) or set JAVA_HOME to it." >&2
        exit 1
    fi
    export JAVA_HOME
}
