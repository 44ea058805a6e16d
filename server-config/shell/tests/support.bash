# shellcheck shell=bash disable=SC2154  # of bats
# A folder of its own for each test. Where no job is, one is pretended: its folders, variables and agent.

setup() {
  shell=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
  PATH=$shell/bin:$PATH
  mkdir "$BATS_TEST_TMPDIR/work"
  cd "$BATS_TEST_TMPDIR/work" || return
  [[ -n ${CARME_JOB_ID:-} ]] || pretend_job
}

pretend_job() {
  export CARME_JOB_ID=42 CARME_JOB_NAME='über <all>' CARME_NODES=node01,node02 CARME_NUM_NODES=2 CARME_MASTER=node01
  export CARME_GPUS_PER_NODE=2 CARME_JOB_GPUS=0,3 CARME_CPUS_PER_NODE=4 CARME_IMAGE=base:1 CARME_URL=https://carme.example.org
  export CARME_JOB_PAGE="$CARME_URL/job.xhtml?id=1" CARME_RUNTIME_DIR=$BATS_TEST_TMPDIR/run CARME_SHELL_DIR=$shell
  export CARME_JOBDIR=$CARME_RUNTIME_DIR/.job CARME_LOGDIR=$BATS_TEST_TMPDIR CARME_JOB_FILE_OUT=$BATS_TEST_TMPDIR/42.out
  export CARME_TBDIR=$CARME_JOBDIR/tensorboard CARME_TMPDIR=$CARME_JOBDIR/tmp
  mkdir -p "$CARME_TBDIR" "$CARME_TMPDIR" "$CARME_RUNTIME_DIR/.wishes"
  mkfifo "$CARME_RUNTIME_DIR/.wishes/bell"
  echo $((EPOCHSECONDS + 3905)) >"$CARME_RUNTIME_DIR/ends-at"
}

# answer CODE TEXT: an agent that hears one wish, notes it in `wish` and says this
answer() {
  local folder=$CARME_RUNTIME_DIR/.wishes wish=$BATS_TEST_TMPDIR/wish
  (
    read -r -n 1 <>"$folder/bell"
    for file in "$folder"/*.wish; do
      cp "$file" "$wish"
      printf '%s\n%s\n' "$1" "$2" >"${file%.wish}.new"
      mv "${file%.wish}.new" "${file%.wish}.answer"
    done
  ) 3>&- &
}

# stand_in NAME: a program of that name that prints its words, one a line
stand_in() {
  mkdir -p "$BATS_TEST_TMPDIR/programs"
  printf '#!/bin/sh\nprintf "%%s\\n" "$@"\n' >"$BATS_TEST_TMPDIR/programs/$1"
  chmod 755 "$BATS_TEST_TMPDIR/programs/$1"
  PATH=$BATS_TEST_TMPDIR/programs:$PATH
}

said() { [[ $output == *"$1"* ]] || { printf '%s\n' "not said: $1" "$output" && false; }; }
