#!/usr/bin/env bash
# A real Synapse for the tests: Debian's matrix-synapse in a folder of its own, listening on 127.0.0.1 only.
#   synapse.sh ROOT PORT start               install Synapse into ROOT if it is not there, configure, start; prints its address
#   synapse.sh ROOT PORT stop                stop it; its data stay
#   synapse.sh ROOT PORT user NAME PASSWORD  add a user; one that exists is left as it is
#   synapse.sh ROOT PORT wipe                stop it and delete its data; ROOT stays
# SYNAPSE_LIMITS=default keeps Synapse's own rate limit for messages; otherwise there is none.
# Needs root, apt, curl and python3. Every port has data of its own.
set -euo pipefail
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive

usage() { sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2; }
[ $# -ge 3 ] && [[ $2 =~ ^[0-9]+$ ]] || usage
[ "$(id -u)" = 0 ] || { echo "synapse.sh: must be root, because it uses chroot" >&2; exit 1; }
root=$(realpath -m -- "$1") port=$2 verb=$3
shift 3
inside=/srv/synapse-$port      # the instance's folder as Synapse sees it
folder=$root$inside
address=http://127.0.0.1:$port
secret=only-for-tests          # reachable from this machine only

# The process that the pid file names, if it is still the one that was started.
process() {
  local id
  id=$(cat "$folder/pid" 2>/dev/null) || return 1
  [ "$(readlink "/proc/$id/root" 2>/dev/null)" = "$root" ] || return 1
  tr '\0' ' ' <"/proc/$id/cmdline" 2>/dev/null | grep -qF "$inside/homeserver.yaml" || return 1
  echo "$id"
}

# The archive that apt itself is set up with.
archive() {
  { sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/*.sources
    sed -nE 's/^deb +(\[[^]]*\] +)?([^ ]+).*/\2/p' /etc/apt/sources.list /etc/apt/sources.list.d/*.list
  } 2>/dev/null | tr ' ' '\n' | grep -i debian | grep -vi security | head -n 1
}

install() {
  [ ! -e "$root/.installed" ] || return 0
  if ! command -v mmdebstrap >/dev/null; then
    apt-get update -qq >/dev/null
    apt-get install -y -qq --no-install-recommends mmdebstrap >/dev/null
  fi
  local from log=$root.log
  from=$(archive || true)
  [ -n "$from" ] || { echo "synapse.sh: apt names no Debian archive" >&2; exit 1; }
  rm -rf --one-file-system "$root.new"
  mkdir -p "$(dirname "$root")"
  # A frozen archive's Release file has "expired"; its signature is checked all the same.
  mmdebstrap --mode=root --variant=minbase --format=directory --include=matrix-synapse \
    --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Languages "none"' --aptopt='Acquire::Retries "3"' \
    --aptopt='Acquire::Check-Valid-Until "false"' --aptopt='Acquire::Check-Date "false"' \
    --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --setup-hook='mkdir -p "$1/usr/sbin"; printf "#!/bin/sh\nexit 101\n" >"$1/usr/sbin/policy-rc.d"; chmod 755 "$1/usr/sbin/policy-rc.d"' \
    sid "$root.new" "$from" >"$log" 2>&1 || { echo "synapse.sh: could not install Synapse:" >&2; tail -n 15 "$log" >&2; exit 1; }
  rm -f "$log"
  touch "$root.new/.installed"
  mv "$root.new" "$root"
}

configure() {
  local owner none='{per_second: 100000, burst_count: 100000}'
  owner=$(awk -F: '$1 == "matrix-synapse" { print $3 ":" $4 }' "$root/etc/passwd")
  mkdir -p "$folder"
  [ -s "$folder/signing.key" ] || echo "ed25519 a_test $(head -c 32 /dev/urandom | base64 | tr -d '=\n')" >"$folder/signing.key"
  cat >"$folder/log.yaml" <<YAML
version: 1
formatters: {line: {format: '%(asctime)s %(name)s %(levelname)s %(message)s'}}
handlers: {console: {class: logging.StreamHandler, formatter: line}}
root: {level: WARNING, handlers: [console]}
disable_existing_loggers: false
YAML
  cat >"$folder/homeserver.yaml" <<YAML
server_name: localhost
public_baseurl: $address/
report_stats: false
listeners:
  - {port: $port, bind_addresses: ['127.0.0.1'], type: http, tls: false, resources: [{names: [client], compress: false}]}
database: {name: sqlite3, args: {database: $inside/homeserver.db}}
media_store_path: $inside/media
signing_key_path: $inside/signing.key
log_config: $inside/log.yaml
macaroon_secret_key: only-for-tests
form_secret: only-for-tests
registration_shared_secret: $secret
bcrypt_rounds: 4
suppress_key_server_warning: true
trusted_key_servers: []
federation_domain_whitelist: []
url_preview_enabled: false
filter_timeline_limit: 1000
rc_registration: $none
rc_login: {address: $none, account: $none, failed_attempts: $none}
rc_joins: {local: $none, remote: $none}
rc_joins_per_room: $none
rc_invites: {per_room: $none, per_user: $none, per_issuer: $none}
rc_room_creation: $none
YAML
  [ "${SYNAPSE_LIMITS:-}" = default ] || echo "rc_message: $none" >>"$folder/homeserver.yaml"
  chown -R "$owner" "$folder"
  # No mounts in there, so that deleting ROOT is always safe.
  as=${owner/:/ }
}

start() {
  local id try
  if id=$(process); then echo "$address"; return; fi
  if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then echo "synapse.sh: port $port is taken" >&2; exit 1; fi
  install
  configure
  # shellcheck disable=SC2086
  set -- $as
  setsid chroot --userspec="$1:$2" --groups= "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME="$inside" LANG=C.UTF-8 TZ=UTC PYTHONUNBUFFERED=1 \
    /usr/bin/python3 -m synapse.app.homeserver -c "$inside/homeserver.yaml" >>"$folder/log" 2>&1 </dev/null 9>&- &
  id=$!
  echo "$id" >"$folder/pid"
  for ((try = 0; try < 900; try++)); do
    if curl -sf -o /dev/null --noproxy '*' --max-time 2 "$address/_matrix/client/versions"; then echo "$address"; return; fi
    kill -0 "$id" 2>/dev/null || break
    sleep 0.1
  done
  echo "synapse.sh: Synapse did not start:" >&2
  tail -n 20 "$folder/log" >&2
  exit 1
}

stop() {
  local id try
  if id=$(process); then
    kill -TERM "$id"
    for ((try = 0; try < 100; try++)); do process >/dev/null || break; sleep 0.1; done
    if process >/dev/null; then kill -KILL "$id"; fi
  fi
  rm -f "$folder/pid"
}

user() {
  [ $# = 2 ] || usage
  ADDRESS=$address SECRET=$secret python3 - "$1" "$2" <<'PYTHON'
import hashlib, hmac, json, os, sys, urllib.error, urllib.request

name, password = sys.argv[1:]
url = os.environ["ADDRESS"] + "/_synapse/admin/v1/register"
browser = urllib.request.build_opener(urllib.request.ProxyHandler({}))
nonce = json.load(browser.open(url))["nonce"]
proof = hmac.new(os.environ["SECRET"].encode(), "\0".join([nonce, name, password, "notadmin"]).encode(), hashlib.sha1).hexdigest()
body = json.dumps({"nonce": nonce, "username": name, "password": password, "admin": False, "mac": proof, "inhibit_login": True})
try:
    browser.open(urllib.request.Request(url, body.encode(), {"Content-Type": "application/json"}))
except urllib.error.HTTPError as refusal:
    answer = json.load(refusal)
    if answer.get("errcode") != "M_USER_IN_USE":
        sys.exit(str(answer))
PYTHON
}

exec 9>"$root.lock"
flock 9
case $verb in
  start) start ;;
  stop) stop ;;
  user) user "$@" ;;
  wipe) stop; rm -rf --one-file-system "$folder" ;;
  *) usage ;;
esac
