#!/bin/sh
# What must be on a machine before `make` can do its work. Called by the Makefile, from the top of the checkout.
#
#   deploy/bootstrap.sh packages run|dev   the packages of requirements/<name>.txt, in .venv
#   deploy/bootstrap.sh programs           the programs that tests drive: Chromium, nginx, openssl, faketime
#   deploy/bootstrap.sh load               what `make bench-hot` drives: wrk, nginx, openssl
#   deploy/bootstrap.sh audit              what judges the site: Node, Java, and the packages of bench/audit, in var/audit
set -eu

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

fitting_python() {
    for candidate in python3 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    die "Newsroom needs Python 3.11, 3.12 or 3.13, and found $(python3 --version 2>&1 || true): install one of them."
}

make_environment() {
    if [ -e .venv/incomplete ]; then
        # Killed half-way: pip can't tell half a package from a whole one.
        rm -rf .venv
    fi
    mkdir -p .venv
    touch .venv/incomplete
    if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        python=$(fitting_python)
        "$python" -c 'import ensurepip, venv' 2>/dev/null ||
            die "$python can't make virtual environments: install its venv module (Debian: apt-get install python3-venv)."
        "$python" -m venv --clear .venv
        touch .venv/incomplete
    fi
}

packages() {
    lock=requirements/$1.txt
    if cmp -s "$lock" ".venv/installed-$1.txt" && [ ! -e .venv/incomplete ] && .venv/bin/python -c '' 2>/dev/null; then
        return
    fi
    say "Installing the packages of $lock into .venv ..."
    make_environment
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
    cp "$lock" ".venv/installed-$1.txt"
    rm .venv/incomplete
}

has() {
    for name in "$@"; do
        if command -v "$name" >/dev/null 2>&1; then return 0; fi
    done
    return 1
}

programs() {
    PATH=$PATH:/usr/sbin:/sbin
    missing=
    has chromium chromium-browser google-chrome || missing="$missing chromium"
    has nginx || missing="$missing nginx-light"
    has openssl || missing="$missing openssl"
    has faketime || missing="$missing faketime"
    install_missing "The tests need"
}

load() {
    PATH=$PATH:/usr/sbin:/sbin
    missing=
    has wrk || missing="$missing wrk"
    has nginx || missing="$missing nginx-light"
    has openssl || missing="$missing openssl"
    install_missing "This measurement needs"
}

audit() {
    missing=
    has node || missing="$missing nodejs"
    has npm || missing="$missing npm"
    has java || missing="$missing default-jre-headless"
    install_missing "The audit needs"
    node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 18 || (a == 18 && b >= 19) ? 0 : 1)' ||
        die "The audit needs Node 18.19 or newer, and found $(node --version): install a newer one."
    if cmp -s bench/audit/package-lock.json var/audit/installed.json; then return; fi
    say "Installing the packages of bench/audit/package-lock.json into var/audit ..."
    mkdir -p var/audit
    rm -f var/audit/installed.json
    cp bench/audit/package.json bench/audit/package-lock.json bench/audit/.npmrc var/audit/
    (cd var/audit && npm ci --silent --no-progress) || die "The audit's packages could not be installed: see above."
    cp bench/audit/package-lock.json var/audit/installed.json
}

# Install $missing if that is allowed here; $1 says who asks.
install_missing() {
    if [ -z "$missing" ]; then return; fi
    if [ "$(id -u)" -ne 0 ] || ! has apt-get; then
        die "$1 programs that are not here: install$missing (Debian: apt-get install$missing)."
    fi
    say "$1 programs that are not here: installing$missing ..."
    apt-get update -qq
    # shellcheck disable=SC2086  one word for each package
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null
}

case "${1:-}" in
    packages) packages "${2:?run or dev}" ;;
    programs) programs ;;
    load) load ;;
    audit) audit ;;
    *) die "usage: deploy/bootstrap.sh packages run|dev, deploy/bootstrap.sh programs|load|audit" ;;
esac
