#!/usr/bin/env bats
# shellcheck disable=SC2016,SC2030,SC2031,SC2153,SC2154  # words for other shells; each test in a shell of its own; of support.bash

load support

@test "every command explains itself, and refuses what it does not know" {
  for command in "$shell"/bin/carme*; do
    run "$command" --help
    [ "$status" -eq 0 ]
    [[ $output == "Usage: carme_"*'Exit codes:'* ]]
  done
  for command in canceljob extend notify ssh mpirun torchrun archive unarchive add_python_path tensorboard_visualize; do
    run "carme_$command" </dev/null
    [ "$status" -eq 2 ]
  done
  for words in 'nodes x' 'jobinfo x' 'timeleft --never' 'extend 0' 'extend 1h' 'extend -5' 'tensorboard_ls x'; do
    # shellcheck disable=SC2086  # words
    run carme_$words
    [ "$status" -eq 2 ]
  done
}

@test "the reference has what the commands say" {
  reference=$shell/../../docs/reference/shell-commands.md
  [ -e "$reference" ] || skip 'not beside the sources'
  for command in "$shell"/bin/carme_*; do
    [[ -L $command ]] || [[ $(<"$reference") == *"$("$command" --help)"* ]] || { echo "$command" && false; }
  done
}

@test "outside of a job nothing pretends to be one" {
  for words in nodes jobinfo timeleft 'extend 1' 'notify x' 'canceljob 1' 'ssh node01' 'mpirun x' 'torchrun x' 'add_python_path /' tensorboard_ls; do
    # shellcheck disable=SC2086  # words
    run env -u CARME_JOB_ID carme_$words
    [ "$status" -eq 3 ]
  done
}

@test "carme_nodes and carme_timeleft say what the job has" {
  [ "$(carme_nodes)" = "${CARME_NODES//,/$'\n'}" ]
  [[ $(carme_timeleft --seconds) =~ ^[0-9]+$ ]]
  [[ $(carme_timeleft) =~ ^([0-9]+\ h\ )?[0-9]+\ min$ ]]
}

@test "ends a process that does not want to, with its children, and no other" {
  printf '#!/bin/bash\ntrap "" TERM\nsleep 300 &\nsleep 301 & wait; wait\n' >stubborn
  chmod 755 stubborn
  ./stubborn 3>&- &
  sleep 302 3>&- &
  other=$!
  until pgrep -f '^sleep 301' >/dev/null; do :; done
  run carme_canceljob ./stubborn
  [ "$status" -eq 1 ]
  run carme_canceljob "/bin/bash ./stubborn"
  [ "$status" -eq 0 ]
  run pgrep -f '^sleep 30[01]'
  [ "$status" -eq 1 ]
  kill -0 "$other"
  run carme_canceljob "$other"
  printf "%s\n" "$output"
  [ "$status" -eq 0 ]
  run carme_canceljob 1
  [ "$status" -eq 1 ]
}

@test "adds folders for Python, in this shell and in later ones" {
  mkdir 'meine Module' && echo 'value = 7' >'meine Module/mine.py'
  run carme_add_python_path nothing
  [ "$status" -eq 1 ]
  run env HOME="$PWD" bash --rcfile "$shell/bashrc" -ic 'carme_add_python_path "meine Module"; python3 -c "import mine; print(mine.value)"'
  said 7
  run env HOME="$PWD" bash --rcfile "$shell/bashrc" -ic 'python3 -c "import mine; print(mine.value)"'
  said 7
}

@test "takes the folders that were named, whatever CDPATH says" {
  mkdir -p runs away/runs
  export CDPATH=$PWD/away
  carme_tensorboard_visualize runs
  [ "$(carme_tensorboard_ls)" = "runs -> $PWD/runs" ]
  carme_tensorboard_unvisualize runs
  [ -z "$(carme_tensorboard_ls)" ]
  cp "$CARME_JOBDIR/python-path" before 2>/dev/null || : >before
  carme_add_python_path runs
  [ "$(tail -n 1 "$CARME_JOBDIR/python-path")" = "$PWD/runs" ]
  cp before "$CARME_JOBDIR/python-path"
  ln -s "$shell/bin" bin
  mkdir away/bin
  PATH=bin:/usr/bin:/bin run carme_nodes
  [ "$status" -eq 0 ]
}

@test "keeps a list of what TensorBoard shows" {
  mkdir -p 'lauf eins' other/lauf\ eins
  carme_tensorboard_visualize 'lauf eins'
  carme_tensorboard_visualize 'lauf eins'
  [ "$(carme_tensorboard_ls)" = "lauf eins -> $PWD/lauf eins" ]
  run carme_tensorboard_visualize 'other/lauf eins'
  [ "$status" -eq 1 ]
  run carme_tensorboard_unvisualize 'other/lauf eins'
  [ "$status" -eq 1 ]
  carme_tensorboard_unvisualize 'lauf eins'
  [ -z "$(carme_tensorboard_ls)" ]
  [ -d 'lauf eins' ]
  run carme_tensorboard_unvisualize 'lauf eins'
  [ "$status" -eq 1 ]
}

@test "starts TensorBoard once, and stops it" {
  command -v tensorboard >/dev/null && skip 'the real one takes its time'
  run carme_tensorboard_start
  [ "$status" -eq 3 ]
  mkdir -p "$BATS_TEST_TMPDIR/programs"
  printf '#!/bin/bash\nexec -a "tensorboard $2 $4" python3 -c "import http.server, sys; http.server.HTTPServer((sys.argv[4], int(sys.argv[6])), http.server.BaseHTTPRequestHandler).serve_forever()" "$@"\n' >"$BATS_TEST_TMPDIR/programs/tensorboard"
  chmod 755 "$BATS_TEST_TMPDIR/programs/tensorboard"
  PATH=$BATS_TEST_TMPDIR/programs:$PATH
  run carme_tensorboard_start 3>&-
  [ "$status" -eq 0 ]
  [[ $output =~ ^http://127.0.0.1:[0-9]+/tb_[0-9a-f]{32}/$ ]]
  first=$output
  [ "$(carme_start_tensorboard)" = "$first" ]
  carme_tensorboard_stop
  port=${first#*1:}
  run bash -c "exec 3<>/dev/tcp/127.0.0.1/${port%%/*}"
  [ "$status" -eq 1 ]
  carme_stop_tensorboard
  CARME_LOGDIR=$BATS_TEST_TMPDIR/hidden run carme_tensorboard_start 3>&-
  [ "$status" -eq 0 ]
  carme_tensorboard_stop
}

@test "leads the browser to TensorBoard by the portal, where it has that entry point" {
  command -v tensorboard >/dev/null && skip 'the real one takes its time'
  mkdir -p "$BATS_TEST_TMPDIR/programs" "$BATS_TEST_TMPDIR/run/job/tensorboard"
  printf '#!/bin/bash\nexec -a "tensorboard $2 $4" python3 -c "import http.server, sys; http.server.HTTPServer((sys.argv[4], int(sys.argv[6])), http.server.BaseHTTPRequestHandler).serve_forever()" "$@"\n' >"$BATS_TEST_TMPDIR/programs/tensorboard"
  chmod 755 "$BATS_TEST_TMPDIR/programs/tensorboard"
  export PATH=$BATS_TEST_TMPDIR/programs:$PATH CARME_RUNTIME_DIR=$BATS_TEST_TMPDIR/run CARME_JOBDIR=$BATS_TEST_TMPDIR/run/job
  export CARME_TBDIR=$CARME_JOBDIR/tensorboard CARME_LOGDIR=$BATS_TEST_TMPDIR CARME_URL=https://carme.example.org/ CARME_JOB_KEY=a1b2
  services=$CARME_RUNTIME_DIR/services.json
  carme_tensorboard_start 3>&- >said 2>errors
  [[ $(<said) =~ ^http://127.0.0.1: && ! -s errors ]]
  node=$(<said)
  for state in idle starting ready failed; do
    echo '[{"name": "web", "state": "absent", "detail": "", "title": "Web"}, {"name": "tensorboard", "state": "'$state'", "detail": "", "title": "TensorBoard"}]' >"$services"
    carme_tensorboard_start >said 2>errors
    [ "$(<said)" = https://carme.example.org/open/a1b2/tensorboard ]
    [[ $(<errors) == *" $node" ]]
  done
  [ "$(env -u CARME_URL carme_tensorboard_start)" = "$node" ]
  [ "$(env -u CARME_JOB_KEY carme_tensorboard_start)" = "$node" ]
  echo '[{"name": "tensorboard", "state": "absent", "detail": "", "title": "TensorBoard"}, {"name": "web", "state": "ready", "detail": "", "title": "Web"}]' >"$services"
  [ "$(carme_tensorboard_start)" = "$node" ]
  carme_tensorboard_stop
}

@test "waits for a TensorBoard that runs already, and leaves none that does not answer" {
  command -v tensorboard >/dev/null && skip 'the real one takes its time'
  mkdir -p "$BATS_TEST_TMPDIR/programs" "$BATS_TEST_TMPDIR/hasty"
  CARME_LOGDIR=$BATS_TEST_TMPDIR
  echo earlier >"$CARME_LOGDIR/$CARME_JOB_ID-tensorboard.log"
  cp "$CARME_LOGDIR/$CARME_JOB_ID-tensorboard.log" "$CARME_LOGDIR/$CARME_JOB_ID-carme-tensorboard.log"
  # It serves as soon as there is a file `open`.
  cat >"$BATS_TEST_TMPDIR/programs/tensorboard" <<'BOARD'
#!/bin/bash
echo started
until [[ -e open ]]; do /bin/sleep 0.1; done
exec -a "tensorboard $2 $4" python3 -c "import http.server, sys; http.server.HTTPServer((sys.argv[4], int(sys.argv[6])), http.server.BaseHTTPRequestHandler).serve_forever()" "$@"
BOARD
  printf '#!/bin/sh\n' >"$BATS_TEST_TMPDIR/hasty/sleep"
  chmod 755 "$BATS_TEST_TMPDIR"/{programs/tensorboard,hasty/sleep}
  PATH=$BATS_TEST_TMPDIR/programs:$PATH
  PATH=$BATS_TEST_TMPDIR/hasty:$PATH run carme_tensorboard_start 3>&-
  [ "$status" -eq 1 ]
  said 'does not answer'
  [ ! -e "$CARME_JOBDIR/tensorboard.pid" ] && [ ! -e "$CARME_JOBDIR/tensorboard.address" ]
  run pgrep -f -- "--logdir $CARME_TBDIR"
  [ "$status" -eq 1 ]
  [ "$(cat "$CARME_LOGDIR/$CARME_JOB_ID-carme-tensorboard.log")" = $'earlier\nstarted' ]
  [ "$(cat "$CARME_LOGDIR/$CARME_JOB_ID-tensorboard.log")" = earlier ]
  carme_tensorboard_start 3>&- >first &
  until [ -s "$CARME_JOBDIR/tensorboard.pid" ] && pgrep -f -- "tensorboard --logdir $CARME_TBDIR" >/dev/null; do sleep 0.1; done
  carme_tensorboard_start 3>&- >second &
  sleep 1
  [ ! -s second ]
  : >open
  wait
  [ -s first ] && cmp first second
  carme_tensorboard_stop
}
