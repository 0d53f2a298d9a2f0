# shellcheck shell=bash
# What app/run and tests/run share: find the missing Debian packages, install them, configure and build.
# To be sourced. Messages go to stderr; every function returns non-zero when it could not do its part.

loopline_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

# The packages of app/packages.txt that this machine does not have, one a line.
missing_packages() {
  local package state
  while read -r package _; do
    case $package in '' | '#'*) continue ;; esac
    state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) || true
    [ "$state" = installed ] || printf '%s\n' "$package"
  done <"$loopline_root/app/packages.txt"
}

# apt-get as root: directly, or through sudo when a person can be asked or sudo does not ask.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    sudo "$@"
  else
    return 126
  fi
}

install_missing_packages() {
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "This script installs what it needs with apt-get, as Debian 12 has it, and there is no apt-get here."
    say "Install the libraries named in app/packages.txt, then: cmake --preset release && cmake --build --preset release"
    return 1
  fi
  local -a missing
  mapfile -t missing < <(missing_packages)
  [ "${#missing[@]}" -gt 0 ] || return 0
  say "Installing ${#missing[@]} packages: ${missing[*]}"
  local status=0
  local -a apt=(env DEBIAN_FRONTEND=noninteractive apt-get --quiet --assume-yes)
  { as_root "${apt[@]}" update && as_root "${apt[@]}" install --no-install-recommends "${missing[@]}"; } >&2 || status=$?
  [ "$status" -ne 0 ] || return 0
  say ""
  if [ "$status" -eq 126 ]; then
    say "Installing needs root, and this is neither root nor somebody who may use sudo. As root, run:"
  else
    say "apt-get could not install them; its messages are above. When that is mended, run as root:"
  fi
  say "  apt-get update && apt-get install ${missing[*]}"
  say "and start this script again."
  return 1
}

# As many compilers at once as there are processors, and memory for them: a unity build takes up to 1.5 GB each.
parallel_jobs() {
  local processors memory
  processors=$(nproc)
  memory=$(awk '/^MemAvailable:/ {print int($2 / 1572864)}' /proc/meminfo)
  [ "$memory" -ge 1 ] || memory=1
  [ "$processors" -le "$memory" ] && echo "$processors" || echo "$memory"
}

# build PRESET FOLDER TARGET [OPTION...]: configures build/FOLDER and builds a target in it. What the tools print is
# shown when something fails, or when somebody watches.
build() {
  local preset=$1 folder=$loopline_root/build/$2 target=$3
  shift 3
  local log=$folder/configure.log
  mkdir -p "$folder" || return 1
  if ! (cd "$loopline_root" && cmake --preset "$preset" -B "$folder" "$@" >"$log" 2>&1); then
    cat "$log" >&2
    say "Configuring failed; the messages are above."
    return 1
  fi
  say "Building in build/${folder##*/} (the first time takes some minutes) …"
  if [ -t 2 ]; then
    cmake --build "$folder" --target "$target" --parallel "$(parallel_jobs)" >&2
  else
    log=$folder/build.log
    cmake --build "$folder" --target "$target" --parallel "$(parallel_jobs)" >"$log" 2>&1 || {
      tail -n 100 "$log" >&2
      false
    }
  fi || { say "Building failed; the messages are above."; return 1; }
}
