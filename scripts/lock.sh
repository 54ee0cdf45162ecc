#!/bin/sh
# Pin every dependency with its hashes, for all supported Pythons and systems. Usage: scripts/lock.sh .venv/bin
set -eu
bin=$1
"$bin/python" -m pip install --quiet --disable-pip-version-check uv
compile() { "$bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-emit-find-links --custom-compile-command "make lock" "$@"; }
compile pyproject.toml --extra app --group build -o requirements.lock
compile pyproject.toml --group test --group check -c requirements.lock -o requirements-dev.lock
compile pyproject.toml --group bench -c requirements.lock -c requirements-dev.lock -o requirements-bench.lock
compile pyproject.toml --group data -c requirements.lock -c requirements-dev.lock -o requirements-data.lock
