# shellcheck shell=bash disable=SC2154  # settings come from common.sh
# All tests. Sourced by `carme`.

run_tests() {
  need_root 'the system tests' './carme test'
  choose_instance test
  need_packages "${build_packages[@]}" "${demo_packages[@]}" "${test_packages[@]}"
  [[ ${1:-} != --all ]] || need_packages "${long_test_packages[@]}"
  need_java
  trap 'end_tests $?' EXIT
  trap 'exit 130' INT TERM HUP
  say 'tests: shell scripts'
  check_scripts
  make_image
  make_mirror
  say 'tests: commands inside jobs'
  (cd "$carme_home/server-config/shell" && bats tests)
  say 'tests: job agent'
  test_python
  stop_instance
  rm -rf "$folder"
  place_image
  place_mirror
  part cluster/cluster up
  part mirror/mirror up
  part directory/slapd up
  export_environment
  [[ ${1:-} != --all ]] || export CARME_TEST_ALL=true
  say 'tests: Maven'
  (cd "$carme_home" && mvn --batch-mode --no-transfer-progress verify -Psystem-tests) 2>&1 | tee "$folder/log/maven.log"
}

check_scripts() {
  local -a scripts
  mapfile -t scripts < <(cd "$carme_home" && grep -rlE '^#!/(usr/)?bin/(env )?(ba)?(sh|ts)$' carme .ci server-config)
  (cd "$carme_home" && shellcheck --external-sources --check-sourced "${scripts[@]}" server-config/shell/{bashrc,completion.bash})
  (cd "$carme_home" && shellcheck --shell=sh server-config/shell/lib/{session,sshd,tied})
}

# The image that jobs of the tests run in: made once per machine, anew when the way it is made has changed.
choose_image() {
  local recipe=$carme_home/server-config/images/make-debian sum
  sum=$(sha256sum <"$recipe")
  image=/var/cache/carme/debian-${sum:0:12}
}

make_image() {
  local log=$state/log/image.log
  choose_image
  [[ ! -e $image ]] || return 0
  say 'tests: an image with Jupyter (once per machine; takes minutes)'
  install -d -m 711 "$state"
  install -d -m 755 "$state/log"
  rm -rf "${image%-*}"-*
  "$carme_home/server-config/images/make-debian" "$image" >"$log" 2>&1 || die "the image could not be made: $(tail -n 1 "$log") ($log)"
}

# What builds of the tests install, for that image.
make_mirror() {
  local images=$carme_home/server-config/images wheel=$carme_home/server-config/builder/tests/make-wheel log=$state/log/mirror.log sum
  local -ar packages=(apt:hello apt:uuid-runtime apt:python3-pip)
  sum=$(cat "$images"/{make-debian,fill-mirror} "$wheel" - <<<"${packages[*]}" | sha256sum)
  mirror=/var/cache/carme/mirror-${sum:0:12}
  [[ ! -e $mirror ]] || return 0
  say 'tests: packages for builds (once per machine)'
  rm -rf "${mirror%-*}"-*
  install -d -m 711 "$state"
  install -d -m 755 "$state/log"
  install -d "$mirror.making/wheels"
  {
    apt-get -q update && "$wheel" "$mirror.making/wheels" &&
      "$images/fill-mirror" --for "$image" "$mirror.making" "${packages[@]}"
  } >"$log" 2>&1 || die "packages for builds could not be fetched: $(tail -n 1 "$log") ($log)"
  mv "$mirror.making" "$mirror"
}

place_mirror() { cp --archive "$mirror" "$folder/mirror"; }

# Nobody writes to it: its files need not be copied where the file system permits it.
place_image() {
  make_folder
  install -d -m 755 "$folder/images"
  cp --archive --link "$image" "$folder/images/debian" 2>/dev/null || {
    rm -rf "$folder/images/debian"
    cp --archive "$image" "$folder/images/debian"
  }
}

# With Debian's programs, as on the nodes.
test_python() {
  local part
  for part in agent builder inventory python; do
    (cd "$carme_home/server-config/$part" && CARME_TEST_IMAGE=$image CARME_TEST_MIRROR=$mirror PATH=/usr/bin:/bin PYTHONPATH=. python3 -B -m unittest discover --start-directory tests)
  done
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
  if [[ $1 -eq 0 ]]; then
    say 'tests: passed'
  else
    show_incidents
    say "tests: failed (logs in $folder/log and $folder/cluster/*/log)"
  fi
  exit "$1"
}

# What the portals say of a failure that is one of their own; where tests run by themselves nobody gets to see their logs.
show_incidents() {
  local log
  for log in "$folder"/log/{portal,second}.log; do
    [[ -e $log ]] || continue
    awk '/^\[20/ { left = /SEVERE|StandardWrapperValve|glassfish.jersey/ ? 12 : 0; bad = left > 0 }
      left-- > 0 || (bad && /^Caused by/) { print FILENAME ": " $0 }' "$log" | tail -n 200
  done
}
