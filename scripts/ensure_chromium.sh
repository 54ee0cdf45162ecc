#!/bin/sh
# Browser tests need Chromium and a font with Arabic letters. Install them by apt where they are missing and we may.
set -u
find_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
find_chromium >/dev/null && exit 0
as_root=""
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root="sudo -n"; else as_root="no"; fi
fi
if command -v apt-get >/dev/null && [ "$as_root" != "no" ]; then
  echo "Chromium is missing: installing it by apt." >&2
  $as_root apt-get update -qq && $as_root apt-get install -y -qq chromium fonts-noto-core >/dev/null && exit 0
fi
cat >&2 <<'TEXT'
Chromium is missing and cannot be installed from here (no apt, or no right to use it).
Install it (Debian, Ubuntu: apt-get install chromium fonts-noto-core) and run the command again.
TEXT
if [ "${CI:-}" = "true" ]; then exit 1; fi
echo "The tests that need a browser are skipped." >&2
exit 0
