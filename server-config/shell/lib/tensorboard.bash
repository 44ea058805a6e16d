# shellcheck shell=bash disable=SC2034,SC2154  # the commands of TensorBoard share these and those of carme.bash
# What the commands for TensorBoard share.

need_job
readonly pid_file=$CARME_JOBDIR/tensorboard.pid address_file=$CARME_JOBDIR/tensorboard.address

# runs: whether TensorBoard does, by this job's doing
runs() {
  local -a words=()
  [[ -e $pid_file ]] && mapfile -d '' -t words 2>/dev/null <"/proc/$(<"$pid_file")/cmdline" && [[ " ${words[*]} " == *" $CARME_TBDIR "* ]]
}
