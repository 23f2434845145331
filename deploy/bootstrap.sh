#!/bin/sh
# Makes the Python environment (.venv) that uv.lock describes; does nothing when it is up to date.
# With the word "tensorflow" it also installs TensorFlow, for a config.yml that uses DIET or TED.
set -eu
cd "$(dirname "$0")/.."

new_environment_kb=1200000
update_kb=300000
own_uv=var/tools/uv
log=var/log/bootstrap.log
stamp=.venv/declic-sources
no_network='dns|resolv|connect|network|timed out|certificate|failed to fetch|no matching distribution'

# Behind a proxy of an organisation only the system knows the certificates.
[ ! -f /etc/ssl/certs/ca-certificates.crt ] || export UV_SYSTEM_CERTS=1

stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

# What the environment is made from. The folder counts: an environment cannot be moved.
sources() {
    pwd
    cksum uv.lock pyproject.toml .python-version
}

up_to_date() {
    .venv/bin/python -c '' 2>/dev/null && [ "$(cat "$stamp" 2>/dev/null)" = "$(sources)" ]
}

check_disk() {
    needed_kb=$new_environment_kb
    [ -x .venv/bin/python ] && needed_kb=$update_kb
    for folder in . "${UV_CACHE_DIR:-${XDG_CACHE_HOME:-${HOME:-.}/.cache}}"; do
        [ -d "$folder" ] || continue
        free_kb=$(df -Pk "$folder" | awk 'NR == 2 { print $4 }')
        [ "$free_kb" -ge "$needed_kb" ] || stop "Le disque est presque plein : $((free_kb / 1000)) \
Mo libres dans $(cd "$folder" && pwd), il en faut $((needed_kb / 1000))."
    done
}

# Runs a command silently, and says every ten seconds that it still runs.
quietly() {
    (while sleep 10 >/dev/null 2>&1 && kill -0 $$ 2>/dev/null; do printf '…\n'; done) &
    heartbeat=$!
    trap 'kill $heartbeat 2>/dev/null || true' EXIT
    trap 'exit 130' INT TERM
    result=0
    "$@" >>"$log" 2>&1 || result=$?
    kill $heartbeat 2>/dev/null || true
    return $result
}

# One sentence for the usual causes; the log's last lines for the others.
explain() {
    if grep -qiE 'no space left|os error 28|disk quota' "$log"; then
        stop "Le disque est plein : libérez $((new_environment_kb / 1000)) Mo, puis relancez."
    elif grep -qiE "$no_network" "$log"; then
        stop "Le réseau ne répond pas. Vérifiez la connexion ou le proxy, puis relancez." \
            "Le détail est dans $log."
    fi
    stop "$1 Voici la fin de $log :" "$(tail -n 15 "$log")"
}

# An older uv does not read uv.lock.
is_recent_uv() {
    case "$("$1" --version 2>/dev/null)" in
        '' | 'uv 0.'[0-4].*) return 1 ;;
        uv*) return 0 ;;
    esac
    return 1
}

find_uv() {
    for uv in "$own_uv/bin/uv" uv; do
        is_recent_uv "$uv" && return 0
    done
    return 1
}

install_uv() {
    # A pyenv without 3.10 answers nothing in this folder, because of .python-version.
    python3 -c '' 2>/dev/null || export PYENV_VERSION=system
    python3 -c '' 2>/dev/null || stop "Python manque. Sur Debian : apt-get install python3-venv"
    echo "J'installe uv dans $own_uv…"
    rm -rf "$own_uv"
    if python3 -m venv "$own_uv" >>"$log" 2>&1; then
        quietly "$own_uv/bin/python" -m pip install uv || explain "uv ne s'installe pas."
    elif rm -rf "$own_uv" && python3 -m pip --version >>"$log" 2>&1; then
        quietly python3 -m pip install --target "$own_uv" uv || explain "uv ne s'installe pas."
    else
        stop "Il manque venv ou pip. Sur Debian : apt-get install python3-venv"
    fi
}

# Any Python 3.10: on PATH, one of pyenv's, or one that uv has or downloads.
find_python() {
    python=$("$uv" python find --no-project 3.10 2>/dev/null) && return 0
    for python in "${PYENV_ROOT:-${HOME:-}/.pyenv}"/versions/3.10.*/bin/python3.10; do
        "$python" -c '' 2>/dev/null && return 0
    done
    echo "Je télécharge Python 3.10…"
    quietly "$uv" python install 3.10 || stop "Il faut Python 3.10 : il n'est pas sur cette machine, \
et son téléchargement a échoué." "Installez-le (par exemple : pyenv install 3.10), puis relancez."
    python=$("$uv" python find --no-project 3.10)
}

make_environment() {
    # First of all: its Python would be found, and gone a moment later.
    [ "$(head -n 1 "$stamp" 2>/dev/null)" = "$(pwd)" ] || [ ! -f "$stamp" ] || rm -rf .venv
    find_python
    echo "J'installe l'environnement Python (quelques minutes la première fois)…"
    # --inexact keeps what `make tensorflow` has added.
    quietly env UV_PROJECT_ENVIRONMENT=.venv UV_PYTHON="$python" \
        "$uv" sync --frozen --inexact || explain "L'environnement Python ne s'installe pas."
    sources >"$stamp"
}

install_tensorflow() {
    echo "J'installe TensorFlow (1,4 Go de plus)…"
    # tensorflow-text asks for the package `tensorflow`; tensorflow-cpu is the same without CUDA.
    quietly "$uv" pip install --python .venv/bin/python \
        tensorflow-cpu==2.12.0 'tensorflow-hub>=0.13,<0.14' &&
        quietly "$uv" pip install --python .venv/bin/python --no-deps tensorflow-text==2.12.0 ||
        explain "TensorFlow ne s'installe pas."
}

up_to_date && [ $# -eq 0 ] && exit 0
mkdir -p var/log var/tools && : >"$log" || stop "Impossible d'écrire dans $(pwd)/var."
check_disk
find_uv || { install_uv && find_uv; } || explain "uv ne démarre pas."
up_to_date || make_environment
[ "${1:-}" != tensorflow ] || install_tensorflow
