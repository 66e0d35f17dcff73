#!/usr/bin/env bash
# Asks Mermaid's own parser and Graphviz whether they accept diagrams.
#   docs/check-diagrams.sh FILE...    files that end in .mmd or .dot
# Needs npm (18 or newer) for .mmd and dot for .dot. Mermaid is installed into a temporary folder and removed again.
# Exit code: 0 all accepted, 1 one refused, 2 nothing to check or a tool is missing.
set -euo pipefail

if [ $# -eq 0 ]; then
    echo "usage: $0 FILE.mmd|FILE.dot ..." >&2
    exit 2
fi

tools=$(cd "$(dirname "$0")/tools" && pwd)
mermaid=()
status=0
for file in "$@"; do
    case "$file" in
        *.mmd) mermaid+=("$(realpath "$file")") ;;
        *.dot)
            command -v dot >/dev/null || { echo "dot is missing: apt-get install graphviz" >&2; exit 2; }
            # dot reports some failures on stderr alone.
            if said=$(dot -Tsvg -o /dev/null "$file" 2>&1) && [ -z "$said" ]; then
                echo "$file: drawn"
            else
                printf '%s: refused\n%s\n' "$file" "$said" >&2
                status=1
            fi
            ;;
        *) echo "$file: neither .mmd nor .dot" >&2; exit 2 ;;
    esac
done

if [ ${#mermaid[@]} -gt 0 ]; then
    command -v npm >/dev/null || { echo "npm is missing: apt-get install npm" >&2; exit 2; }
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    npm install --silent --no-audit --no-fund --prefix "$folder" mermaid@11.17.2 jsdom@26 >&2
    cp "$tools/check-mermaid.mjs" "$folder/"
    node "$folder/check-mermaid.mjs" "${mermaid[@]}" || status=1
fi
exit $status
