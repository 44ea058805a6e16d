# shellcheck shell=bash
# What all commands share. Sourced by each; `usage` is its own.

set -u
# With it cd may lead to another folder than the one that was named.
unset CDPATH
# Exit codes, besides 0 for success and 4, the agent's word for a refusal; docs/reference/shell-commands.md has all.
readonly FAILED=1 WRONG_USE=2 NOT_HERE=3 AWAY=5
# The agent's; whoever needs them asks need_job first.
: "${CARME_JOB_ID:=}" "${CARME_JOBDIR:=}" "${CARME_TBDIR:=}" "${CARME_LOGDIR:=}" "${CARME_RUNTIME_DIR:=}" "${CARME_NODES:=}"
: "${CARME_NUM_NODES:=}" "${CARME_GPUS_PER_NODE:=}" "${CARME_CPUS_PER_NODE:=}" "${CARME_JOB_GPUS:=}" "${CARME_MASTER:=}" "${CARME_MASTER_IP:=}"

command=${0##*/} commands=$(cd -- "${BASH_SOURCE[0]%/*}/../bin" && pwd -P)
readonly command commands

say() { printf '%s: %s\n' "$command" "$*" >&2; }

# die CODE TEXT...
die() {
  say "${@:2}"
  exit "$1"
}

wrong_use() {
  say "$*"
  printf 'See %s --help.\n' "$command" >&2
  exit "$WRONG_USE"
}

# show_help ARGUMENT...: answers --help
show_help() {
  if [[ ${1:-} == --help || ${1:-} == -h ]]; then
    usage
    exit 0
  fi
}

need_job() { [[ -n $CARME_JOB_ID ]] || die "$NOT_HERE" 'This is not inside a job of Carme.'; }

need_program() { command -v "$1" >/dev/null || die "$NOT_HERE" "$1 is not here: neither on the node nor in the image of this job."; }

# has_ssh_to NODE: whether the job's own ssh leads there
has_ssh_to() { [[ -r ${CARME_SSHDIR:-}/config && $'\n'$(<"$CARME_SSHDIR/config") == *$'\n'"Host $1 "* ]]; }

# need_way_to NODE: ssh, or else Slurm's srun
need_way_to() { has_ssh_to "$1" || need_program srun; }

# on_node NODE [WORD...]: becomes that command there, or else a shell.
on_node() {
  if has_ssh_to "$1"; then by_ssh "$@"; fi
  choose_shell
  # What the image sees of Carme is this node's own.
  [[ -z $CARME_RUNTIME_DIR || ${CARME_SHELL_DIR:-} != "$CARME_RUNTIME_DIR"/* ]] || shell=("${shell[0]}" -l)
  [[ $# -gt 1 ]] || set -- "$1" "${shell[@]}"
  by_srun "$@"
}

# The words of a shell: bash begins as in the web terminal, for a login would take Carme's commands away.
choose_shell() {
  shell=("${SHELL:-/bin/bash}" -l)
  if [[ -t 0 && ${shell[0]##*/} == bash ]]; then shell[1]=--rcfile shell[2]=$CARME_SHELL_DIR/bashrc; fi
}

# The words, and the folder to begin in, pass through a shell of the user's that need not be bash.
by_ssh() {
  local options=() words=(/bin/sh -c "cd \"\$0\" 2>/dev/null; exec \"\$@\"" "$PWD" "${@:2}") quoted="'\\''"
  [[ ! -t 0 || ! -t 1 ]] || options+=(-t)
  words=("${words[@]//\'/$quoted}")
  words=("${words[@]/#/\'}")
  words=("${words[@]/%/\'}")
  [[ $# -gt 1 ]] || words=()
  exec "$commands/ssh" "${options[@]}" "$1" "${words[@]}"
}

# This node's folders, and the numbers of its processors and GPUs, mean nothing there.
by_srun() {
  local options=(--quiet --overlap --nodes=1 --ntasks=1 --nodelist="$1")
  [[ ! -t 0 || ! -t 1 ]] || options+=(--pty)
  unset TMPDIR TMP TEMP "${!SLURM_CPU_BIND@}" CARME_JOBDIR CARME_TMPDIR CARME_TMP CARME_TBDIR CARME_TENSORBOARD_HOME \
    CARME_SSHDIR CARME_RUNTIME_DIR CARME_JOB_GPUS CARME_GPU_LIST
  exec srun "${options[@]}" -- "${@:2}"
}

# ask KIND [TEXT]: has the job's agent ask the portal, and prints what it says; the portal's refusal is the command's.
ask() {
  local folder=$CARME_RUNTIME_DIR/.wishes wish answer i
  need_job
  [[ -p $folder/bell ]] || die "$NOT_HERE" 'The agent of this job is not on this node. Try on the first node of the job.'
  wish=$(mktemp "$folder/XXXXXXXX") || exit "$FAILED"
  answer=$wish.answer
  # shellcheck disable=SC2064  # these files, whatever comes
  trap "rm -f -- '$wish' '$wish.wish' '$answer'" EXIT
  printf '%s\n%s\n' "$1" "${2:-}" >"$wish" && mv -- "$wish" "$wish.wish" && printf '.' 1<>"$folder/bell" || exit "$FAILED"
  for ((i = 0; i < 300; i++)); do
    [[ ! -e $answer ]] || break
    sleep 0.1
  done
  [[ -e $answer ]] || die "$AWAY" 'The agent of this job does not answer.'
  hear <"$answer"
}

hear() {
  local code text
  read -r code
  text=$(cat)
  [[ $code -eq 0 ]] || die "$code" "$text"
  printf '%s\n' "$text"
}

# Seconds until the job ends.
seconds_left() {
  local end now
  need_job
  # Not EPOCHSECONDS: images may have a bash that is older than 5.
  printf -v now '%(%s)T' -1
  read -r end 2>/dev/null <"$CARME_RUNTIME_DIR/ends-at" || die "$NOT_HERE" 'The end of this job is not known on this node.'
  printf '%d\n' $((end > now ? end - now : 0))
}

# in_words SECONDS
in_words() {
  local hours=$(($1 / 3600)) minutes=$(($1 % 3600 / 60))
  if [[ $hours -gt 0 ]]; then printf '%d h %02d min\n' "$hours" "$minutes"; else printf '%d min\n' "$minutes"; fi
}
