# shellcheck shell=bash
# Completion of Carme's commands.

# As words of the function that calls it; with a folder before it a program is a file like others.
_carme_programs() { [[ $word == */* ]] || mapfile -t -O 1 words < <(compgen -A command -- "$word" | sort -u); }

_carme_complete() {
  local word=${COMP_WORDS[COMP_CWORD]} one words=(--help)
  COMPREPLY=()
  case ${1##*/} in
    carme_canceljob) words+=(--job) ;;
    carme_nodes) words+=(--hostfile) ;;
    carme_timeleft) words+=(--seconds) ;;
    carme_ssh)
      case $COMP_CWORD in
        1) IFS=, read -r -a words <<<"--help,$CARME_NODES" ;;
        2) _carme_programs ;;
      esac
      ;;
    carme_mpirun)
      # What comes after the program is its own: files, most likely.
      for one in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        [[ $one == -* ]] || ! command -v -- "$one" >/dev/null || return 0
      done
      _carme_programs
      ;;
    carme_tensorboard_unvisualize) mapfile -t -O 1 words < <(carme_tensorboard_ls 2>/dev/null | sed 's/ -> .*//') ;;
  esac
  # Not by compgen -W: it would run what stands in a folder's name.
  for one in "${words[@]}"; do
    # Where none is asked for, files are what comes; and what comes later are a program's.
    [[ $one != -* || ($word == -* && $COMP_CWORD -eq 1) ]] || continue
    [[ $one != "$word"* ]] || COMPREPLY+=("$(printf '%q' "$one")")
  done
}

complete -F _carme_complete carme_canceljob carme_extend carme_jobinfo carme_nodes carme_notify carme_timeleft \
  carme_tensorboard_ls carme_tensorboard_start carme_tensorboard_stop carme_tensorboard_unvisualize \
  carme_start_tensorboard carme_stop_tensorboard
complete -o default -F _carme_complete carme_ssh carme_mpirun
complete -o filenames -o default -o bashdefault -F _carme_complete carme_archive carme_unarchive carme-archive carme-unarchive carme_torchrun
complete -o filenames -d -F _carme_complete carme_add_python_path carme_tensorboard_visualize
