# shellcheck shell=bash disable=SC2154  # state comes from common.sh
# Debian's packages that Carme needs. Sourced by `carme`.

readonly build_packages=(maven)
readonly demo_packages=(
  munge mariadb-server slurmctld slurmd slurmdbd slurmrestd slurm-client
  slurm-wlm-basic-plugins slurm-wlm-mysql-plugin slurm-wlm-jwt-plugin
  jupyter-notebook python3 python3-ipykernel bubblewrap charliecloud-runtime
  novnc tigervnc-standalone-server openbox xterm x11-xserver-utils python3-distributed python3-cryptography
  openssh-server openssh-client iproute2 nftables kmod util-linux procps curl openssl rsync unzip zstd
)
readonly test_packages=(shellcheck bats debootstrap slapd ldap-utils chromium fonts-liberation openmpi-bin python3-mpi4py python3-pip tmux)
# For the long tests alone.
readonly long_test_packages=(python3-torch)
# Their services would start with the machine, though only the private cluster needs the programs.
readonly package_services=(munge mariadb slurmctld slurmd slurmdbd slurmrestd slapd ssh)
readonly policy=/usr/sbin/policy-rc.d

missing_packages() {
  local package
  for package in "$@"; do
    dpkg-query --show --showformat='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || echo "$package"
  done
}

# need_packages PACKAGE...: installs what is missing, or says how to
need_packages() {
  local -a missing
  command -v dpkg-query >/dev/null || die 'Debian 12 is needed for its packages'
  mapfile -t missing < <(missing_packages "$@")
  [[ ${#missing[@]} -gt 0 ]] || return 0
  [[ $EUID -eq 0 ]] || die "these packages are missing; run: sudo apt-get install --no-install-recommends ${missing[*]}"
  install_packages "${missing[@]}"
}

install_packages() {
  local log=$state/log/packages.log
  install -d -m 711 "$state"
  install -d -m 755 "$state/log"
  say "packages: installing $#: $*"
  trap allow_services EXIT
  deny_services
  {
    apt-get -q update &&
      DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 install --no-install-recommends "$@"
  } >"$log" 2>&1 </dev/null || die "packages could not be installed: $(grep -E '^E: ' "$log" | head -n 1) ($log)"
  disable_services "$@"
  allow_services
  trap - EXIT
}

deny_services() {
  [[ ! -e $policy || -e $policy.before-carme ]] || mv "$policy" "$policy.before-carme"
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
}

allow_services() {
  rm -f "$policy"
  [[ ! -e $policy.before-carme ]] || mv "$policy.before-carme" "$policy"
}

disable_services() {
  local service
  command -v systemctl >/dev/null || return 0
  for service in "${package_services[@]}"; do
    if [[ " $* " =~ \ (open)?$service(-server)?\  ]]; then systemctl --quiet disable "$service" >>"$state/log/packages.log" 2>&1 || true; fi
  done
}
