# Sourced by the scripts beside it: where the project stands, and steps that say what they do and how long they took.
# Bash switches `set -e` off inside a function that is called in a condition, so `step` is given single commands.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
logs="$root/.local/logs"
lines_shown_of_failure=200
seconds_between_signs_of_life=30

# Exit codes of sysexits.h, as the program itself uses them.
exit_usage=64
exit_unavailable=69

# Where the Swift toolchain usually is when the PATH does not say so.
for place in /opt/swift/usr/bin "${HOME:-/root}/.local/share/swiftly/bin"; do
  if ! command -v swift >/dev/null && [[ -x $place/swift ]]; then PATH=$place:$PATH; fi
done
unset place

# fail CODE LINE…: prints the lines to standard error and ends the script.
fail() {
  local code=$1
  shift
  printf '%s\n' "$@" >&2
  exit "$code"
}

# step TITLE COMMAND…: on a terminal the command shows its own progress; otherwise its output goes to
# .local/logs and is shown only if it fails, with a sign of life now and then.
step() {
  local title=$1 started=$SECONDS status=0
  shift
  if [[ -t 1 ]]; then
    printf '▸ %s\n' "$title"
    "$@" || status=$?
  else
    run_quietly "$title" "$@" || status=$?
  fi
  ended "$title" "$status" "$started"
}

# shown_step TITLE COMMAND…: as `step`, with all output shown: for tests.
shown_step() {
  local title=$1 started=$SECONDS status=0
  shift
  printf '▸ %s\n' "$title"
  "$@" || status=$?
  ended "$title" "$status" "$started"
}

run_quietly() {
  local title=$1 log status=0 signs
  shift
  mkdir -p "$logs"
  log="$logs/$(printf '%s' "$title" | tr -cs '[:alnum:]\n' '-').log"
  : >"$log"
  (
    while sleep "$seconds_between_signs_of_life" >/dev/null 2>&1; do
      printf '  … %s: %s\n' "$title" "$(tail -n 1 "$log" | cut -c 1-100)"
    done
  ) &
  signs=$!
  "$@" >"$log" 2>&1 || status=$?
  kill "$signs" 2>/dev/null || true
  wait "$signs" 2>/dev/null || true
  if ((status != 0)); then
    printf 'The last lines of %s:\n' "$log"
    tail -n "$lines_shown_of_failure" "$log"
  fi
  return "$status"
}

ended() {
  local title=$1 status=$2 seconds=$((SECONDS - $3))
  if ((status == 0)); then
    printf '✓ %s … %d s\n' "$title" "$seconds"
  else
    printf '✗ %s … failed with %d after %d s\n' "$title" "$status" "$seconds"
  fi
  return "$status"
}

# Every build gives the same flags, so that one build folder serves them all. The flag makes an import that
# Package.swift does not declare an error: that is what keeps the floors apart.
swift_build() {
  swift build --package-path "$root" --explicit-target-dependency-import-check error "$@"
}

# True when something that goes into the program is newer than the file given. A folder is newer when
# something in it was removed or renamed.
sources_newer_than() {
  local parts=("$root/Package.swift" "$root/Sources") part
  [[ -e $1 ]] || return 0
  for part in "$root/Catalogue" "$root/Browser"; do
    if [[ -e $part ]]; then parts+=("$part"); fi
  done
  [[ -n $(find "${parts[@]}" -newer "$1" -print -quit) ]]
}

# Builds the release program when it is missing or older than its sources; says nothing when it is not.
build_release_if_needed() {
  local built="$root/.build/release.built" begun="$root/.build/release.begun"
  if [[ -x $root/.build/release/prumo ]] && ! sources_newer_than "$built"; then return 0; fi
  mkdir -p "$root/.build"
  touch "$begun" # an edit made while the build runs must count as newer
  step "Building prumo in release (the first time takes some minutes)" \
    swift_build --configuration release --product prumo || return
  mv "$begun" "$built"
}

# The database that a command works on when it is not told: one file in the project's own folder.
use_default_database() {
  mkdir -p "$root/.local"
  export PRUMO_DATABASE="${PRUMO_DATABASE:-sqlite:$root/.local/prumo.db}"
}
