# shellcheck shell=bash disable=SC2154  # instance, folder and background come from common.sh and from `carme`
# The demo, and what runs of both instances. Sourced by `carme`.

part() { "$carme_home/server-config/$1" "$instance" "${@:2}"; }

demo() {
  need_root 'the demo' './carme demo'
  choose_instance demo
  if runs_completely; then
    say 'the demo runs already'
    greet
    return
  fi
  need_packages "${build_packages[@]}" "${demo_packages[@]}"
  need_java
  build
  trap 'end_demo 130' INT TERM HUP
  trap 'end_demo $?' EXIT
  make_folder
  start_demo
  greet
  if [[ -n $background ]]; then
    trap - INT TERM HUP EXIT
    return
  fi
  echo 'Press Ctrl-C to stop.'
  watch_demo
}

runs_completely() { [[ -e $folder/portal/demo-password ]] && part cluster/cluster status >/dev/null && part portal/portal status >/dev/null; }

# The portal needs no more of the cluster than its network to start: both start at the same time.
start_demo() {
  local cluster
  rm -f "$folder/cluster.env"
  part cluster/cluster up &
  cluster=$!
  wait_until 60 cluster_prepared "$cluster" && [[ -e $folder/cluster.env ]] || exit 1
  part portal/portal up || exit 1
  wait "$cluster" || exit 1
  part mirror/mirror up || exit 1
  pause=0.3 wait_until 60 portal_ready || die "the portal is not ready: $(curl -s -m 5 "$health") ($folder/log/portal.log)"
}

cluster_prepared() { [[ -e $folder/cluster.env ]] || process_gone "$1"; }
portal_ready() { curl -fs -m 5 "$health" | grep -q '"status":"up"'; }

greet() {
  local url
  url=$(part portal/portal status | grep -o 'http://[^)]*')
  cat <<READY

Carme is ready: $url

Accounts: alice and bob (users), carla (image manager), admin
Password: $(<"$folder/portal/demo-password")
READY
}

# Until a signal comes or the portal is gone.
watch_demo() {
  while part portal/portal status >/dev/null; do
    sleep 2 &
    wait $!
  done
  die "the portal has ended ($folder/log/portal.log)"
}

end_demo() {
  trap '' INT TERM HUP
  trap - EXIT
  say 'stopping'
  wait
  stop_instance || true
  exit "$1"
}

# What can be stopped is, even if a part does not go.
stop_instance() {
  local result=0
  part portal/portal down || result=1
  CARME_PORTAL=second part portal/portal down || result=1
  part mirror/mirror down || result=1
  part directory/slapd down || result=1
  part cluster/cluster down || result=1
  return "$result"
}

restore() {
  need_root 'restoring' './carme restore FILE'
  need_java
  choose_instance demo
  part portal/portal restore "$1"
}

stop() {
  need_root 'stopping' './carme stop'
  local name result=0
  for name in demo test; do
    (choose_instance "$name" && stop_instance) || result=1
  done
  [[ $result -ne 0 ]] || say 'nothing runs any more'
  return "$result"
}

status() {
  need_root 'status' './carme status'
  (
    choose_instance test
    if part cluster/cluster status | grep -q running || part portal/portal status >/dev/null; then
      echo 'test:'
      part cluster/cluster status || true
      part portal/portal status || true
    fi
  )
  choose_instance demo
  echo 'demo:'
  local result=0
  part cluster/cluster status || result=3
  part portal/portal status || result=3
  return "$result"
}
