# shellcheck shell=bash disable=SC2154  # the instance's settings come from common.sh
# The cluster's hosts: network, namespaces and files of their own. Sourced by `cluster`.

readonly hosts=(head node01 node02 node03 node04) nodes=(node01 node02 node03 node04)
declare -rA addresses=([head]=2 [node01]=11 [node02]=12 [node03]=13 [node04]=14)
declare -rA gpus=([head]=0 [node01]=4 [node02]=4 [node03]=2 [node04]=0)
readonly link=${prefix}0 cluster_folder=$folder/cluster
readonly people=("$carme_home"/server-config/directory/people*.ldif)

# The link carries the name of the state folder that it belongs to: what another clone runs is left alone. What a deleted
# clone has left, or one whose processes were all killed, is taken over.
has_processes() {
  local host
  for host in "${hosts[@]}"; do
    [[ -z $(ip netns pids "$prefix-$host" 2>/dev/null) ]] || return 0
  done
  return 1
}
owner=$(cat "/sys/class/net/$link/ifalias" 2>/dev/null) || owner=''
[[ -d $owner/$instance ]] && has_processes || owner=$state
readonly owner
is_foreign() { [[ $owner != "$state" ]]; }

# Whatever comes to the subnet from outside the machine, and whatever would be passed on into or out of it, is dropped.
close_to_outside() {
  nft -f - <<RULES
table inet $prefix
delete table inet $prefix
table inet $prefix {
  chain arriving {
    type filter hook input priority -10; policy accept;
    ip daddr $subnet.0/24 iifname != { "lo", "$link" } drop
  }
  chain passing {
    type filter hook forward priority -10; policy accept;
    iifname "$link" oifname != "$link" drop
    oifname "$link" iifname != "$link" drop
  }
}
RULES
}

# The switch is a bridge in the head's namespace, where filters of the machine (Docker's, for one) do not see what passes.
# The machine has one link to it.
open_network() {
  local host
  close_to_outside
  for host in "${hosts[@]}"; do
    in_network "$host" true 2>/dev/null || add_network "$host"
    in_network "$host" ip link set lo up
  done
  has_link head eth0 || in_network head ip link add eth0 type bridge
  [[ -e /sys/class/net/$link ]] || ip link add "$link" type veth peer name machine netns "$prefix-head"
  ip link set "$link" alias "$state" addrgenmode none up
  ip addr replace "$subnet.1/24" dev "$link"
  for host in "${nodes[@]}"; do
    has_link head "$host" || in_network head ip link add "$host" type veth peer name eth0 netns "$prefix-$host"
  done
  for host in machine "${nodes[@]}"; do in_network head ip link set "$host" addrgenmode none master eth0 up; done
  for host in "${hosts[@]}"; do
    in_network "$host" ip link set eth0 addrgenmode none up
    in_network "$host" ip addr replace "$subnet.${addresses[$host]}/24" dev eth0
  done
}

# A name without a network is what a machine leaves that went down with the instance running.
add_network() {
  rm -f "/run/netns/$prefix-$1"
  ip netns add "$prefix-$1"
}

in_network() { nsenter --net="/run/netns/$prefix-$1" "${@:2}"; }
has_link() { in_network "$1" ip link show dev "$2" >/dev/null 2>&1; }

close_network() {
  local host
  [[ ! -e /sys/class/net/$link ]] || ip link del "$link"
  for host in "${hosts[@]}"; do
    [[ ! -e /run/netns/$prefix-$host ]] || ip netns del "$prefix-$host"
    rm -f "/etc/netns/$prefix-$host"
  done
  nft delete table inet "$prefix" 2>/dev/null || true
  rmdir /etc/netns 2>/dev/null || true
  # ip leaves this mount behind; it goes with the last name below it.
  if mountpoint -q /run/netns && [[ -z $(ls /run/netns) ]]; then umount /run/netns 2>/dev/null || true; fi
}

# What stands before the machine's own files in every host's /etc: its names and its users, and Slurm's configuration.
# Written in place: a running host would not see a file that takes the place of another.
write_etc() {
  local host etc configuration=$carme_home/server-config/cluster/etc
  for host in "${hosts[@]}"; do
    etc=$cluster_folder/etc/$host
    mkdir -p "$etc/slurm" /etc/netns
    echo "$host" >"$etc/hostname"
    : >"$etc/resolv.conf"
    cat "$configuration/nsswitch.conf" >"$etc/nsswitch.conf"
    write_names >"$etc/hosts"
    write_users >"$etc/passwd"
    write_groups >"$etc/group"
    sed "s/@SUBNET@/$subnet/" "$configuration/slurm.conf" >"$etc/slurm/slurm.conf"
    cat "$configuration/gres.conf" >"$etc/slurm/gres.conf"
    cat "$configuration/cgroup.conf" >"$etc/slurm/cgroup.conf"
    ln -sfn "$etc" "/etc/netns/$prefix-$host"
  done
}

write_names() {
  local host
  echo '127.0.0.1 localhost'
  for host in "${hosts[@]}"; do echo "$subnet.${addresses[$host]} $host"; done
}

# The machine's system accounts, with the cluster's own services and people in place of its ordinary users.
write_users() {
  awk -F: '($3 < 1000 || $3 == 65534) && $1 !~ /^(munge|slurm|slurmrest|carme)$/' /etc/passwd
  echo "carme:x:$portal_uid:$portal_uid:Carme portal:/nonexistent:/usr/sbin/nologin"
  echo "slurm:x:$slurm_uid:$slurm_uid:Slurm:/nonexistent:/usr/sbin/nologin"
  echo "slurmrest:x:$slurmrest_uid:$slurmrest_uid:Slurm REST:/nonexistent:/usr/sbin/nologin"
  echo "munge:x:$munge_uid:$munge_uid:Munge:/nonexistent:/usr/sbin/nologin"
  unix_accounts "${people[@]}" | sed -E 's/^([^:]*):/\1:x:/'
}

write_groups() {
  awk -F: '($3 < 1000 || $3 == 65534) && $1 !~ /^(munge|slurm|slurmrest|carme)$/' /etc/group
  printf '%s:x:%s:\n' carme "$portal_uid" slurm "$slurm_uid" slurmrest "$slurmrest_uid" munge "$munge_uid"
  unix_accounts "${people[@]}" | awk -F: '{ print $1 ":x:" $3 ":" }'
}

# Prints the process that a host lives by, its first; fails when the host is down.
host_process() {
  local process status
  ! is_foreign || return 1
  for process in $(ip netns pids "$prefix-$1" 2>/dev/null); do
    status=$(cat "/proc/$process/status" 2>/dev/null) || continue
    if [[ $status == Name:$'\tsleep\n'*NSpid:$'\t'+([0-9])$'\t1\n'* ]]; then
      echo "$process"
      return
    fi
  done
  return 1
}

host_is_up() { host_process "$1" >/dev/null; }

# Children that lose their parents come to the first process; one that ignores SIGCHLD leaves no zombies.
# A host whose folder was deleted below it is of no more use.
start_host() {
  local host=$1 srv=$cluster_folder/$1 process
  if process=$(host_process "$host"); then
    [[ ! /proc/$process/root/srv -ef $srv ]] || return 0
    end_host "$host"
  fi
  install -d -m 755 "$srv" "$srv/log"
  setsid nsenter --net="/run/netns/$prefix-$host" unshare --mount --uts --ipc --pid --fork --mount-proc \
    "$carme_home/server-config/launcher/private-root" \
    --etc "$cluster_folder/etc/$host" --opt "$folder/opt=carme" \
    --bind "$srv=/srv" --bind "$folder/homes=/home" --bind "$folder/disks=/mnt" --bind "$folder/images=/opt/carme/images" \
    --tmp /tmp --tmp /var/tmp --gpus "${gpus[$host]}" \
    -- /opt/carme/cluster/first-process "$host" </dev/null >"$srv/log/host.log" 2>&1 &
  disown
  wait_until 10 host_is_up "$host" || die "$host did not start: $(tail -n 1 "$srv/log/host.log") ($srv/log/host.log)"
}

# Everything on the host ends with its first process, at once.
end_host() {
  local process
  process=$(host_process "$1") || return 0
  kill -KILL "$process"
  wait_until 10 process_gone "$process" || die "$1 does not end (process $process)"
}

# inside HOST COMMAND...: as root on the host, with nothing of the caller's environment
inside() {
  local process
  process=$(host_process "$1") || die "$1 is down"
  nsenter --all --target "$process" -- \
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 "${@:2}"
}
