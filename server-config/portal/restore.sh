# shellcheck shell=bash disable=SC2154  # instance, folder, portal_folder and portal_uid come from `portal` and common.sh
# Puts a backup in the place of the database. Sourced by `portal`.

# setting NAME: prints what the portal of this instance is given
setting() { settings | sed -n "s/^$1=//p" | tail -n 1; }

restore() {
  need_root 'restoring' "$0 $instance restore FILE"
  [[ -e $folder/cluster.env ]] || die "there is no instance \"$instance\" to restore to: start it once"
  find_backup "$1"
  check_backup
  say "portal: restoring $backup"
  down
  "restore_$(about database)"
  if "$here/../cluster/cluster" "$instance" status >/dev/null; then up; else say 'portal: stays down, as its cluster is'; fi
}

find_backup() {
  local place
  for place in "$1" "$portal_folder/data/backups/$1"; do
    if [[ -f $place ]]; then
      backup=$(realpath -- "$place")
      return
    fi
  done
  die "there is no backup $1, nor one of that name in $portal_folder/data/backups"
}

# about WORD: prints what the checksum's file says of the backup
about() { sed -n "s/^# $1: //p" "$backup.sha256"; }

# Nothing is touched before it is certain that the file is whole, and that this Carme can read it.
check_backup() {
  local newest schema
  [[ -f $backup.sha256 ]] || die "$backup.sha256 is missing: nobody can tell whether the backup is whole"
  [[ $(sha256sum <"$backup") == "$(sed '/^#/d; s/ .*//' "$backup.sha256")  -" ]] ||
    die "$backup is damaged: its checksum is not that of $backup.sha256; take another backup"
  [[ $(about database) == "$(database_kind)" ]] ||
    die "$backup is of another kind of database ($(about database)) than the portal uses ($(database_kind))"
  schema=$(about schema) newest=$(newest_schema)
  [[ $schema =~ ^[0-9.]+$ && $(printf '%s\n' "$schema" "$newest" | sort -V | tail -n 1) == "$newest" ]] ||
    die "$backup is of a newer Carme (schema $schema; this one knows $newest): update Carme first"
}

database_kind() { case $(setting CARME_DB_URL) in jdbc:h2:file:*) echo h2 ;; *) echo mariadb ;; esac; }

newest_schema() {
  find "$carme_home/carme-ejb/src/main/resources/db/migration" -name 'V*__*.sql' -printf '%f\n' |
    sed -E 's/^V([0-9_]+)__.*/\1/; s/_/./g' | sort -V | tail -n 1
}

now() { date -u +%Y%m%dT%H%M%SZ; }

# The file takes the place of the present one when it is complete.
restore_h2() {
  local file before new=$portal_folder/data/restoring
  file=$(setting CARME_DB_URL)
  file=${file#jdbc:h2:file:} file=${file%%;*}.mv.db
  # H2 takes all files that begin with the database's name for parts of it, and then fails to back it up.
  file=${file/#\/srv\//"$folder/"} before=${file%/*}/before-$(now).mv.db
  rm -rf "$new"
  (umask 077 && mkdir "$new" && python3 -I -m zipfile --extract "$backup" "$new") || {
    rm -rf "$new"
    die "$backup cannot be unpacked; the database is as it was"
  }
  chown -R "$portal_uid:$portal_uid" "$new"
  if [[ -e $file ]]; then
    mv "$file" "$before"
    say "portal: the database until now is $before"
  fi
  mv "$new"/*.mv.db "$file"
  rm -rf "$new"
}

# The tables until now are dumped first; that file can be restored as any other.
restore_mariadb() {
  local url before schema
  url=$(setting CARME_DB_URL)
  [[ $url =~ ^jdbc:(mysql|mariadb)://([A-Za-z0-9._-]+)(:([0-9]+))?/([A-Za-z0-9_$-]+) ]] || die "CARME_DB_URL: cannot be restored to"
  database=${BASH_REMATCH[5]}
  client_options "${BASH_REMATCH[2]}" "${BASH_REMATCH[4]:-3306}"
  before=$portal_folder/data/backups/before-$(now).sql.gz
  install -d -m 700 -o "$portal_uid" -g "$portal_uid" "$portal_folder/data/backups"
  (umask 077 && client mariadb-dump --single-transaction --hex-blob --no-tablespaces --default-character-set=utf8mb4 "$database" |
    gzip >"$before") || {
    rm -f "$before"
    die 'the database until now cannot be dumped; it is as it was'
  }
  schema=$(query 'SELECT version FROM flyway_schema_history WHERE version IS NOT NULL' | sort -V | tail -n 1)
  (umask 077 && printf '# database: mariadb\n# schema: %s\n%s  %s\n' "$schema" "$(sha256sum <"$before" | cut -d ' ' -f 1)" \
    "${before##*/}" >"$before.sha256")
  say "portal: the database until now is $before"
  { drop_tables && gzip -dc "$backup"; } | client mariadb --default-character-set=utf8mb4 "$database" ||
    die "the database is restored by half; try again, or put back what was there before with: restore $before"
}

# A file, since words of a process can be read by everybody.
client_options() {
  options=$(mktemp)
  trap 'rm -f "$options"' EXIT
  printf '[client]\nprotocol=tcp\nhost=%s\nport=%s\nuser="%s"\npassword="%s"\n' "$1" "$2" \
    "$(setting CARME_DB_USER | sed 's/[\\"]/\\&/g')" "$(setting CARME_DB_PASSWORD | sed 's/[\\"]/\\&/g')" >"$options"
  chown "$portal_uid" "$options"
}

# Not as root: a dump may hold commands for the client itself.
client() {
  setpriv --reuid="$portal_uid" --regid="$portal_uid" --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all \
    "$1" --defaults-file="$options" "${@:2}"
}

query() { client mariadb --batch --skip-column-names "$database" --execute "$1"; }

# Also those that an older backup does not know.
drop_tables() {
  echo 'SET FOREIGN_KEY_CHECKS = 0;'
  query "SELECT CONCAT('DROP TABLE \`', table_name, '\`;') FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
}
