# shellcheck shell=bash disable=SC2154  # carme_home and state come from common.sh
# Builds Carme when something has changed. Sourced by `carme`.

readonly jar=$carme_home/carme-ear/target/carme.jar

need_java() {
  JAVA_HOME=$(java_home) || die 'a JDK, 17 or newer, is needed: install default-jdk-headless or set JAVA_HOME'
  export JAVA_HOME
}

# A folder is newer, too, when something in it was deleted.
sources_changed() {
  [[ -e $jar ]] || return 0
  [[ -n $(find "$carme_home"/{pom.xml,.mvn,carme-*/pom.xml,carme-*/src/main} \
    "$carme_home"/{docs,server-config/{build,directory/people.ldif,{entry-points,runtimes}/README.md}} -newer "$jar" -print -quit 2>/dev/null) ]]
}

# Maven as the owner of the clone, who may not be root: nothing is left behind that its owner could not delete.
maven() {
  local owner
  owner=$(stat -c %U "$carme_home")
  if [[ $EUID -ne 0 || $owner == root ]]; then
    mvn --batch-mode --no-transfer-progress --file "$carme_home/pom.xml" "$@"
    return
  fi
  setpriv --reuid "$owner" --regid "$(id -g "$owner")" --init-groups \
    env HOME="$(getent passwd "$owner" | cut -d: -f6)" USER="$owner" \
    mvn --batch-mode --no-transfer-progress --file "$carme_home/pom.xml" "$@"
}

# Without the tests: those are `./carme test`'s, and the demo is to start soon.
build() {
  local log=$state/log/build.log
  if ! sources_changed; then
    say 'build: nothing has changed'
    return
  fi
  need_packages "${build_packages[@]}"
  need_java
  install -d -m 711 "$state"
  install -d -m 755 "$state/log"
  say 'build: compiling and packaging (the first time also fetches libraries, which takes minutes)'
  (cd "$carme_home" && maven package -DskipTests) >"$log" 2>&1 ||
    die "the build failed: $(grep -m 1 '^\[ERROR\]' "$log") ($log)"
}
