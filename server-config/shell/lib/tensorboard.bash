# shellcheck shell=bash disable=SC2034,SC2154  # the commands of TensorBoard share these and those of carme.bash
# What the commands for TensorBoard share.

need_job
readonly pid_file=$CARME_JOBDIR/tensorboard.pid address_file=$CARME_JOBDIR/tensorboard.address

# runs: whether TensorBoard does, by this job's doing
runs() {
  local -a words=()
  [[ -e $pid_file ]] && mapfile -d '' -t words 2>/dev/null <"/proc/$(<"$pid_file")/cmdline" && [[ " ${words[*]} " == *" $CARME_TBDIR "* ]]
}

# end_it: false if it cannot be ended
end_it() {
  local signal i
  for signal in TERM KILL; do
    ! runs || kill -"$signal" "$(<"$pid_file")"
    for ((i = 0; i < 50; i++)); do
      runs || break 2
      sleep 0.1
    done
  done
  ! runs && rm -f -- "$pid_file" "$address_file"
}
