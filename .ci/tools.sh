# What the machine must have.

# The browser, the mail servers, what native publishing links with, and what the judges use.
packages=(
  git python3 time
  chromium chromium-driver fonts-liberation
  postfix dovecot-imapd dovecot-lmtpd
  clang zlib1g-dev libsqlite3-dev
  spamassassin python3-dkim python3-icalendar python3-aiosmtpd default-jre-headless openssl
)

install_tools() {
  local missing=() package
  for package in "${packages[@]}"; do is_installed "$package" || missing+=("$package"); done
  command -v npm >/dev/null || missing+=(nodejs npm)
  if [ ${#missing[@]} = 0 ]; then echo "nothing is missing"; return; fi
  echo "installing ${missing[*]}"
  apt-get update -q=2
  apt-get install -q=2 -y --no-install-recommends "${missing[@]}" >"$work/apt.log" 2>&1 || { tail -n 30 "$work/apt.log"; return 1; }
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
