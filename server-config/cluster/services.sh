# shellcheck shell=bash disable=SC2154  # the instance's settings come from common.sh
# The cluster's services, each known by its short name. Sourced by `cluster`.

readonly services=(mariadb dbd ctld restd "${nodes[@]}")
readonly head=$cluster_folder/head

service_host() {
  case $1 in
    mariadb | dbd | ctld | restd) echo head ;;
    *) echo "$1" ;;
  esac
}

service_program() {
  case $1 in
    mariadb) echo mariadbd ;;
    dbd | ctld | restd) echo "slurm$1" ;;
    *) echo slurmd ;;
  esac
}

service_log() {
  case $1 in
    mariadb | restd | dbd | ctld) echo "$head/log/$(service_program "$1").log" ;;
    *) echo "$cluster_folder/$1/log/slurmd.log" ;;
  esac
}

# signal HOST PROGRAM SIGNAL: to the program's processes on the host; signal 0 only asks whether there are any
signal() {
  local process
  process=$(host_process "$1") || return 1
  pkill "-$3" --exact --ns "$process" --nslist pid "$2"
}

need_service() { [[ " ${services[*]} " == *" $1 "* ]] || die "unknown service \"$1\": one of ${services[*]}"; }

service_runs() { signal "$(service_host "$1")" "$(service_program "$1")" 0; }
service_stopped() { ! service_runs "$1"; }

kill_service() {
  signal "$(service_host "$1")" "$(service_program "$1")" KILL || true
  wait_until 5 service_stopped "$1" || die "$1 does not end"
}

stop_service() {
  signal "$(service_host "$1")" "$(service_program "$1")" TERM || true
  wait_until 20 service_stopped "$1" || kill_service "$1"
}

# start_service NAME [OPTION]...: a program that fails at once is found by await_service, which has the log to show
start_service() {
  if service_stopped "$1"; then
    start_munge "$(service_host "$1")"
    case $1 in
      mariadb) start_mariadb ;;
      restd) start_restd ;;
      *) inside "$(service_host "$1")" "$(service_program "$1")" "${@:2}" || true ;;
    esac </dev/null >>"$(service_log "$1")" 2>&1
  fi
  await_service "$1"
}

# Some seconds for the answer, but no longer than the service lives.
await_service() {
  local -i since=$EPOCHSECONDS
  until service_answers "$1"; do
    service_runs "$1" || sleep 0.2
    if service_stopped "$1" || ((EPOCHSECONDS - since > 60)); then
      die "$1 did not start: $(tail -n 1 "$(service_log "$1")") ($(service_log "$1"))"
    fi
    sleep 0.05
  done
}

service_answers() {
  case $1 in
    mariadb) inside head test -S /run/mysqld/mysqld.sock ;;
    dbd) listens 6819 ;;
    ctld) listens 6817 ;;
    restd) listens 6820 ;;
    *) service_runs "$1" ;;
  esac
}

listens() { (exec 3<>"/dev/tcp/$subnet.2/$1") 2>/dev/null; }

start_munge() {
  ! signal "$1" munged 0 || return 0
  inside "$1" install -d -o munge -g munge -m 755 /run/munge
  inside "$1" setpriv --reuid munge --regid munge --clear-groups munged --key-file /srv/munge/munge.key \
    --log-file /srv/munge/munged.log --pid-file /run/munge/munged.pid --seed-file /srv/munge/munged.seed \
    --socket /run/munge/munge.socket.2 --num-threads 2
}

start_mariadb() {
  inside head install -d -o mysql -g mysql -m 755 /run/mysqld
  if [[ ! -e $head/mariadb/complete ]]; then
    rm -rf "$head/mariadb/data"
    inside head mariadb-install-db --no-defaults --user=mysql --datadir=/srv/mariadb/data \
      --auth-root-authentication-method=socket --skip-test-db --innodb-log-file-size=16M || return 0
    touch "$head/mariadb/complete"
  fi
  inside head setsid --fork mariadbd --no-defaults --user=mysql --datadir=/srv/mariadb/data \
    --socket=/run/mysqld/mysqld.sock --pid-file=/run/mysqld/mysqld.pid --bind-address=0.0.0.0 --skip-name-resolve \
    --init-file=/srv/mariadb/init.sql --character-set-server=utf8mb4 --skip-log-bin \
    --innodb-buffer-pool-size=256M --innodb-log-file-size=16M --innodb-flush-log-at-trx-commit=0 \
    --innodb-lock-wait-timeout=900
}

# slurmrestd wants some token in its own environment before it believes those of requests.
start_restd() {
  inside head env SLURM_JWT=daemon setsid --fork setpriv --reuid slurmrest --regid slurmrest --clear-groups \
    slurmrestd -a rest_auth/jwt -s openapi/v0.0.38,openapi/dbv0.0.38 -t 8 "$subnet.2:6820"
}

# Everything that the services find on their hosts before the first of them starts; what exists already stays.
write_service_files() {
  local host
  install -d -m 755 -o "$slurm_uid" -g "$slurm_uid" "$head/slurm" "$head/log"
  install -d -m 700 -o "$slurm_uid" -g "$slurm_uid" "$head/slurm/state"
  install -d -m 755 "$head/mariadb"
  secret "$slurm_uid" 32 "$head/slurm/jwt.key"
  install -m 400 -o "$portal_uid" -g "$portal_uid" "$head/slurm/jwt.key" "$folder/portal/slurm.key"
  secret "$munge_uid" 64 "$cluster_folder/munge.key"
  for host in "${hosts[@]}"; do
    install -d -m 755 "$cluster_folder/$host/slurm" "$cluster_folder/$host/slurm/spool"
    install -d -m 700 -o "$munge_uid" -g "$munge_uid" "$cluster_folder/$host/munge"
    install -m 400 -o "$munge_uid" -g "$munge_uid" "$cluster_folder/munge.key" "$cluster_folder/$host/munge/munge.key"
  done
  write_database_files
}

# secret UID BYTES FILE
secret() {
  [[ ! -s $3 ]] || return 0
  (umask 077 && head -c "$2" /dev/urandom >"$3.new")
  chown "$1:$1" "$3.new"
  chmod 400 "$3.new"
  mv "$3.new" "$3"
}

write_database_files() {
  local slurm_password portal_password mysql_uid dbd_conf
  if [[ ! -s $cluster_folder/passwords ]]; then
    printf '%s\n' "$(random_password)" "$(random_password)" | install -m 600 /dev/stdin "$cluster_folder/passwords"
  fi
  { read -r slurm_password && read -r portal_password; } <"$cluster_folder/passwords"
  mysql_uid=$(id -u mysql)
  dbd_conf=$cluster_folder/etc/head/slurm/slurmdbd.conf
  [[ -e $dbd_conf ]] || install -m 600 -o "$slurm_uid" /dev/null "$dbd_conf"
  sed "s/@PASSWORD@/$slurm_password/" "$carme_home/server-config/cluster/etc/slurmdbd.conf" >"$dbd_conf"
  install -m 400 -o "$mysql_uid" /dev/stdin "$head/mariadb/init.sql" <<SQL
CREATE DATABASE IF NOT EXISTS slurm_acct;
CREATE OR REPLACE USER slurm@'127.0.0.1' IDENTIFIED BY '$slurm_password';
GRANT ALL ON slurm_acct.* TO slurm@'127.0.0.1';
CREATE DATABASE IF NOT EXISTS carme CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE OR REPLACE USER carme@'$subnet.1' IDENTIFIED BY '$portal_password';
GRANT ALL ON carme.* TO carme@'$subnet.1';
GRANT ALL ON \`carme\\_%\`.* TO carme@'$subnet.1';
SQL
}

# Accounts once; a start that was cut short repeats what it can.
make_accounts() {
  [[ ! -e $cluster_folder/accounts ]] || return 0
  local sacctmgr=(inside head sacctmgr --immediate) members
  {
    "${sacctmgr[@]}" add account lab Description=lab Organization=lab || true
    "${sacctmgr[@]}" add qos short MaxWall=00:30:00 MaxJobsPerUser=2 MaxTRESPerUser=gres/gpu=2 Flags=DenyOnLimit || true
    "${sacctmgr[@]}" add user alice,bob,carla,admin,carme Account=lab QOS=normal,short DefaultQOS=normal || true
    "${sacctmgr[@]}" modify user carme set AdminLevel=Operator || true
  } >>"$cluster_folder/accounts.log" 2>&1
  members=$(inside head sacctmgr --noheader --parsable2 show associations account=lab format=user | sort | xargs)
  [[ $members == 'admin alice bob carla carme' ]] ||
    die "Slurm's accounts are not complete: ${members:-none} ($cluster_folder/accounts.log)"
  touch "$cluster_folder/accounts"
}

node_states() { inside head sinfo --noheader --Node --partition=gpu,cpu --format='%N %t %E'; }

nodes_idle() {
  local -i idle
  idle=$(node_states 2>/dev/null | grep -cE ' (idle|mix|alloc|comp) ') || true
  ((idle == ${#nodes[@]}))
}
