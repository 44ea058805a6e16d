# shellcheck shell=bash disable=SC2154  # settings come from common.sh
# All tests. Sourced by `carme`.

run_tests() {
  need_root 'the system tests' './carme test'
  choose_instance test
  need_packages "${build_packages[@]}" "${demo_packages[@]}" "${test_packages[@]}"
  need_java
  trap 'end_tests $?' EXIT
  trap 'exit 130' INT TERM HUP
  say 'tests: shell scripts'
  check_scripts
  say 'tests: job agent'
  test_agent
  stop_instance
  rm -rf "$folder"
  part cluster/cluster up
  part directory/slapd up
  export_environment
  [[ ${1:-} != --all ]] || export CARME_TEST_ALL=true
  say 'tests: Maven'
  (cd "$carme_home" && mvn --batch-mode --no-transfer-progress verify -Psystem-tests) 2>&1 | tee "$folder/log/maven.log"
}

check_scripts() {
  local -a scripts
  mapfile -t scripts < <(cd "$carme_home" && grep -rlE '^#!/(usr/)?bin/(env )?(ba)?sh' carme .ci server-config)
  (cd "$carme_home" && shellcheck --external-sources --check-sourced "${scripts[@]}")
}

# With Debian's programs, as on the nodes.
test_agent() {
  (cd "$carme_home/server-config/agent" && PATH=/usr/bin:/bin python3 -B -m unittest discover --start-directory tests)
}

# The cluster's variables, as the tests and the portals that they start see them. The real directory's stay in their file:
# the portals that are to use it are given them.
export_environment() {
  local -a values
  mapfile -t values <"$folder/cluster.env"
  CARME_DEMO_PASSWORD=$(<"$folder/portal/demo-password")
  export "${values[@]}" CARME_HOME="$carme_home" CARME_DEMO_PASSWORD
}

end_tests() {
  trap '' INT TERM HUP
  trap - EXIT
  say 'tests: cleaning up'
  stop_instance || true
  # Root has built in somebody else's clone.
  find "$carme_home"/{,carme-*/}target -maxdepth 0 -exec chown -R --reference="$carme_home/pom.xml" {} + 2>/dev/null || true
  if [[ $1 -eq 0 ]]; then say 'tests: passed'; else say "tests: failed (logs in $folder/log and $folder/cluster/*/log)"; fi
  exit "$1"
}
