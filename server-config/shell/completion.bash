# shellcheck shell=bash
# Completion of Carme's commands.

_carme_complete() {
  local word=${COMP_WORDS[COMP_CWORD]} one words=(--help)
  case ${1##*/} in
    carme_canceljob) words+=(--job) ;;
    carme_timeleft) words+=(--seconds) ;;
    carme_ssh) [[ $COMP_CWORD -gt 1 ]] || IFS=, read -r -a words <<<"--help,$CARME_NODES" ;;
    carme_tensorboard_unvisualize) mapfile -t -O 1 words < <(carme_tensorboard_ls 2>/dev/null | sed 's/ -> .*//') ;;
  esac
  COMPREPLY=()
  # Not by compgen -W: it would run what stands in a folder's name.
  for one in "${words[@]}"; do
    [[ $one != "$word"* ]] || COMPREPLY+=("$(printf '%q' "$one")")
  done
}

complete -F _carme_complete carme_canceljob carme_extend carme_jobinfo carme_nodes carme_notify carme_ssh carme_timeleft \
  carme_tensorboard_ls carme_tensorboard_start carme_tensorboard_stop carme_tensorboard_unvisualize \
  carme_start_tensorboard carme_stop_tensorboard
complete -o filenames -o bashdefault -F _carme_complete carme_archive carme_unarchive carme-archive carme-unarchive carme_torchrun
complete -d -F _carme_complete carme_add_python_path carme_tensorboard_visualize
complete -A command -F _carme_complete carme_mpirun
