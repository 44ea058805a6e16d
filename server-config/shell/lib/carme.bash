# shellcheck shell=bash
# What all commands share. Sourced by each; `usage` is its own.

set -u
# Exit codes, besides 0 for success and 4, the agent's word for a refusal; docs/reference/shell-commands.md has all.
readonly FAILED=1 WRONG_USE=2 NOT_HERE=3 AWAY=5
# The agent's; whoever needs them asks need_job first.
: "${CARME_JOB_ID:=}" "${CARME_JOBDIR:=}" "${CARME_TBDIR:=}" "${CARME_LOGDIR:=}" "${CARME_RUNTIME_DIR:=}" "${CARME_NODES:=}"
: "${CARME_NUM_NODES:=}" "${CARME_GPUS_PER_NODE:=}" "${CARME_CPUS_PER_NODE:=}" "${CARME_JOB_GPUS:=}" "${CARME_MASTER:=}"

readonly command=${0##*/}

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

# on_node NODE WORD...: becomes that command there, by Slurm's srun. This node's folders and processor numbers mean nothing there.
on_node() {
  local options=(--quiet --overlap --nodes=1 --ntasks=1 --nodelist="$1")
  [[ ! -t 0 || ! -t 1 ]] || options+=(--pty)
  unset TMPDIR TMP TEMP "${!SLURM_CPU_BIND@}"
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
  local end
  need_job
  read -r end 2>/dev/null <"$CARME_RUNTIME_DIR/ends-at" || die "$NOT_HERE" 'The end of this job is not known on this node.'
  printf '%d\n' $((end > EPOCHSECONDS ? end - EPOCHSECONDS : 0))
}

# in_words SECONDS
in_words() {
  local hours=$(($1 / 3600)) minutes=$(($1 % 3600 / 60))
  if [[ $hours -gt 0 ]]; then printf '%d h %02d min\n' "$hours" "$minutes"; else printf '%d min\n' "$minutes"; fi
}
