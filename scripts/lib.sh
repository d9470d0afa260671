# Sourced by the scripts beside it: strict mode, where things are, how they speak.
# shellcheck shell=bash
set -Eeuo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tools=$root/.tools
scratch=$root/.tmp
# shellcheck disable=SC2034 # read by the scripts that source this
target=${CARGO_TARGET_DIR:-$root/target}
mkdir -p "$scratch"
cd "$root"

say() { printf '==> %s\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }

# architecture: as npm names it.
architecture() {
  case $(uname -m) in
    x86_64) echo x64 ;;
    aarch64) echo arm64 ;;
    *) die "The tools are packaged for x86-64 and arm64, not for $(uname -m)." ;;
  esac
}

# Node and npm are always the ones that scripts/tools/node pins, once they are installed.
# They read the machine's own npm settings (a company's registry or certificate) all the same.
# (Not through .bin: npm 10 makes no link there when two platforms' packages want the same one.)
PATH=$tools/node/node_modules/node-linux-$(architecture)/bin:$tools/node/node_modules/.bin:$PATH
export PATH
export NPM_CONFIG_UPDATE_NOTIFIER=false
if [[ -s $tools/npmrc ]]; then
  NPM_CONFIG_GLOBALCONFIG=$(<"$tools/npmrc")
  export NPM_CONFIG_GLOBALCONFIG
fi

# need PROGRAM WHAT-TO-DO: stop with a sentence when a program is not there.
need() { command -v "$1" >/dev/null || die "$1 is not installed. $2"; }

# fingerprint PATH…: one word that changes when the content of any file below the paths does.
fingerprint() {
  find "$@" \( -name node_modules -o -name dist -o -name test-results -o -name playwright-report \
    -o -name shots -o -name e2e -o -name '.tanstack' \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d ' ' -f 1
}

# npm_ci FOLDER MESSAGE [FILE]: exactly what its lock file says, only when that has changed. FILE
# is one that must be there afterwards: npm passes over a failed optional package in silence.
# Packages' own install scripts are not run: nothing here needs one.
npm_ci() {
  local folder=$1 mark
  mark=$(sha256sum <"$folder/package-lock.json")
  [[ $(cat "$folder/node_modules/.installed" 2>/dev/null || true) == "$mark" ]] && return
  say "$2"
  if ! (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) </dev/null ||
    [[ ! -e $folder/node_modules/${3:-} ]]; then
    die "npm could not install the packages of ${folder#"$root/"}. Is the npm registry within reach?"
  fi
  printf '%s\n' "$mark" >"$folder/node_modules/.installed"
}

# pinned NAME MESSAGE FILE: install scripts/tools/NAME into .tools/NAME.
pinned() {
  mkdir -p "$tools/$1"
  cmp -s "scripts/tools/$1/package-lock.json" "$tools/$1/package-lock.json" ||
    cp "scripts/tools/$1/package.json" "scripts/tools/$1/package-lock.json" "$tools/$1/"
  npm_ci "$tools/$1" "$2" "$3"
}

# ready_node: Node 24 and its npm, from npm.
ready_node() {
  if [[ ! -e $tools/npmrc ]]; then
    need node "Install Node.js 20 or newer with npm."
    need npm "Install npm, which comes with Node.js."
    mkdir -p "$tools"
    npm config get globalconfig >"$tools/npmrc" 2>/dev/null
    NPM_CONFIG_GLOBALCONFIG=$(<"$tools/npmrc")
    export NPM_CONFIG_GLOBALCONFIG
  fi
  pinned node "Installing Node.js 24 into .tools (about 10 seconds)" "node-linux-$(architecture)/bin/node"
}

# ready_frontend: the packages of the SPA.
ready_frontend() {
  ready_node
  npm_ci "$root/frontend" "Installing the frontend's packages (1 to 3 minutes the first time)"
}

ready_rust() {
  need cargo "Install Rust from https://rustup.rs."
  need cc "Install a C compiler, for example Debian's package gcc."
}

# free_port: a loopback port that nobody listens on.
free_port() {
  node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

# listening HOST PORT: does somebody answer there?
listening() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }

# stop PID [SIGNAL]: end a process we started and wait until it is gone; hard after ten seconds.
stop() {
  kill -s "${2:-TERM}" "$1" 2>/dev/null || return 0
  for _ in {1..100}; do
    kill -0 "$1" 2>/dev/null || return 0
    sleep 0.1
  done
  kill -s KILL "$1" 2>/dev/null || true
}

# phase NAME COMMAND…: run it, keep its time and outcome for summary, go on when it fails.
phases=() failures=0 failed=
phase() {
  local name=$1 began=$SECONDS outcome=passed output
  output=$(mktemp "$scratch/phase.XXXXXX")
  shift
  printf '\n==> %s\n' "$name"
  if ! "$@" </dev/null 2>&1 | tee "$output"; then
    outcome=FAILED failures=$((failures + 1))
    failed+=$(printf '\n==> The end of "%s", which failed\n' "$name"; tail -n 60 "$output")$'\n'
  fi
  rm -f "$output"
  phases+=("$(printf '%5d s  %-6s  %s' $((SECONDS - began)) "$outcome" "$name")")
}

# What failed is said last, where a reader of a long log looks first.
summary() {
  printf '%s\n' "$failed"
  printf '%s\n' "${phases[@]}"
  ((failures == 0)) || die "$failures of ${#phases[@]} parts failed."
}
