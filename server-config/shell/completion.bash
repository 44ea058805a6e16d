# shellcheck shell=bash
# Completion of Carme's commands.

_carme_complete() {
  local word=${COMP_WORDS[COMP_CWORD]} words=--help
  case ${1##*/} in
    carme_canceljob) words+=' --job' ;;
    carme_timeleft) words+=' --seconds' ;;
    carme_ssh) [[ $COMP_CWORD -gt 1 ]] || words+=" ${CARME_NODES//,/ }" ;;
    carme_tensorboard_unvisualize) words+=" $(carme_tensorboard_ls 2>/dev/null | sed 's/ -> .*//')" ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}

complete -F _carme_complete carme_canceljob carme_extend carme_jobinfo carme_nodes carme_notify carme_ssh carme_timeleft \
  carme_tensorboard_ls carme_tensorboard_start carme_tensorboard_stop carme_tensorboard_unvisualize \
  carme_start_tensorboard carme_stop_tensorboard
complete -o filenames -o bashdefault -F _carme_complete carme_archive carme_unarchive carme-archive carme-unarchive carme_torchrun
complete -d -F _carme_complete carme_add_python_path carme_tensorboard_visualize
complete -A command -F _carme_complete carme_mpirun
