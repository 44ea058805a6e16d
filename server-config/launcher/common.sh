# shellcheck shell=bash disable=SC2034  # what is not used here is used where this is sourced
# Sourced by the launcher and by the scripts that it calls: where things are, what an instance is, and how to speak.

carme_home=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
# A stricter one would shut the parts out that run as accounts of their own; secrets are made with less anyway.
umask 022
state=$(realpath -m -- "${CARME_STATE:-$carme_home/.carme}")
: "${CARME_STARTED_AT:=$EPOCHSECONDS}"
export CARME_STARTED_AT

# Accounts of the parts that run outside a node's user table as well, so that numbers are all that counts.
readonly portal_uid=6900 slurm_uid=6901 slurmrest_uid=6902 munge_uid=6903 slapd_uid=6904

# One step of the work, with the seconds since the launcher was called.
say() { printf '[%3d s] %s\n' "$((EPOCHSECONDS - CARME_STARTED_AT))" "$*"; }

die() {
  printf 'carme: %s\n' "$*" >&2
  exit 1
}

need_root() { [[ $EUID -eq 0 ]] || die "$1 needs root; run: sudo $2"; }

# The two instances never share a name, an address or a port.
choose_instance() {
  instance=$1 folder=$state/$1
  case $1 in
    demo) prefix=carme subnet=10.77.0 portal_port=${CARME_PORT:-8080} ldap_port=1389 ;;
    test) prefix=carmet subnet=10.77.1 portal_port=${CARME_PORT:-8180} ldap_port=1390 ;;
    *) die "unknown instance \"$1\": demo or test" ;;
  esac
  gateway_port=$((portal_port + 1))
  health=http://localhost:$portal_port/api/v1/health/ready
  readonly instance folder prefix subnet portal_port gateway_port ldap_port health
}

# Makes the instance's folder: passable for the parts' own accounts, each of which has a folder of its own in it.
make_folder() { install -d -m 711 "$state" "$folder"; }

# Runs the script again under the lock of the instance's part; what it starts does not inherit the lock.
lock_part() {
  local part=$1
  shift
  [[ ${CARME_LOCKED:-} != "$part" ]] || { unset CARME_LOCKED; return 0; }
  make_folder
  CARME_LOCKED=$part exec flock --close "$folder/$part.lock" "$@"
}

# wait_until SECONDS COMMAND...: asks every 50 ms (or $pause) until the command agrees; fails when the time is over.
wait_until() {
  local -i end=$((${EPOCHREALTIME//[.,]/} + $1 * 1000000))
  shift
  until "$@"; do
    ((${EPOCHREALTIME//[.,]/} < end)) || return 1
    sleep "${pause:-0.05}"
  done
}

# A dead process may wait long for its parent to look at it.
process_gone() { [[ ! -e /proc/$1 || $(cat "/proc/$1/stat" 2>/dev/null) == *') Z '* ]]; }

# find_process UID PROGRAM ARGUMENT: prints the account's process that was started with exactly this argument
find_process() {
  local process
  for process in $(pgrep --uid "$1" --exact "$2"); do
    if grep --null-data -Fxqs -e "$3" "/proc/$process/cmdline"; then
      echo "$process"
      return
    fi
  done
  return 1
}

random_password() { openssl rand -base64 18 | tr '+/' 'xy'; }

# keep_password FILE: made once, and readable for the portal alone
keep_password() {
  [[ ! -s $1 ]] || return 0
  random_password | install -m 600 -o "$portal_uid" -g "$portal_uid" /dev/stdin "$1"
}

# The password of all demo accounts: CARME_DEMO_PASSWORD, or one that is made once.
keep_demo_password() {
  if [[ -n ${CARME_DEMO_PASSWORD:-} ]]; then
    printf '%s\n' "$CARME_DEMO_PASSWORD" | install -m 600 -o "$portal_uid" -g "$portal_uid" /dev/stdin "$folder/portal/demo-password"
  fi
  keep_password "$folder/portal/demo-password"
  unset CARME_DEMO_PASSWORD
}

# Prints the folder of a JDK that is new enough: JAVA_HOME's, or the one on the path.
java_home() {
  local home=${JAVA_HOME:-} version
  if [[ -z $home ]]; then
    home=$(readlink -f "$(command -v javac)") || return 1
    home=${home%/bin/javac}
  fi
  version=$(sed -nE 's/^JAVA_VERSION="([0-9]+).*/\1/p' "$home/release" 2>/dev/null)
  [[ -x $home/bin/javac && ${version:-0} -ge 17 ]] || return 1
  echo "$home"
}

# The people of the LDIF files that have a Unix account, one a line: name:uid:gid:full name:home:shell
unix_accounts() {
  awk -v RS= -v FS='\n' '
    /objectClass: posixAccount/ {
      delete value
      for (i = 1; i <= NF; i++) { split($i, pair, ": "); value[pair[1]] = pair[2] }
      print value["uid"] ":" value["uidNumber"] ":" value["gidNumber"] ":" value["cn"] ":" \
        value["homeDirectory"] ":" value["loginShell"]
    }' "$@"
}
