#!/usr/bin/env bats
# shellcheck disable=SC2016,SC2030,SC2031,SC2154  # words for other shells; each test in a shell of its own; of support.bash
# What a pretended job and agent show better than a real one.

load support

setup_file() { unset CARME_JOB_ID; }

@test "wishes reach the agent as they are, and its answer is the command's" {
  answer 0 ''
  run carme_notify -- '$(touch x) "für"' "it's"
  [ "$status" -eq 0 ]
  [ "$(cat "$BATS_TEST_TMPDIR/wish")" = $'notify\n$(touch x) "für" it\'s' ]
  [ ! -e x ]
  answer 0 ''
  run carme_notify <<<'from a pipe'
  [ "$(cat "$BATS_TEST_TMPDIR/wish")" = $'notify\nfrom a pipe' ]
  answer 4 'The job was extended often enough.'
  run carme_extend 60
  [ "$status" -eq 4 ]
  [ "$(cat "$BATS_TEST_TMPDIR/wish")" = $'extend\n60' ]
  said 'often enough'
  answer 5 'The portal is away.'
  run carme_jobinfo
  [ "$status" -eq 5 ]
  said 'über <all>'
  said 'Time left: 1 h 05 min'
  said 'The portal is away.'
  answer 0 'State: ending'
  run carme_canceljob --job
  [ "$status" -eq 0 ]
  [ "$(ls -A "$CARME_RUNTIME_DIR/.wishes")" = bell ]
}

@test "says that there is no agent on this node" {
  rm -r "$CARME_RUNTIME_DIR/.wishes"
  run carme_notify text
  [ "$status" -eq 3 ]
  said 'not on this node'
}

@test "does not end the shell that it is called from" {
  sleep 303 3>&- &
  run carme_canceljob bash
  kill -0 $$
  run carme_canceljob sleep
  [ "$status" -eq 0 ]
}

@test "ends what began with it outside of its process namespace" {
  unshare --pid --fork --kill-child true 2>/dev/null || skip 'no process namespaces here'
  run timeout 60 unshare --pid --fork --kill-child --mount-proc bash -c 'sleep 304 3>&- & carme_canceljob sleep'
  [ "$status" -eq 0 ]
}

# A job as its agent keeps it, of three services: a server, one with a kernel, and a terminal that has left something behind.
keep_job() {
  cat >agent <<'AGENT'
#!/bin/bash
keep() { setsid python3 -E -s -S "$keeper" $$ 2 "${image[@]}" "$@" & }
# Where that is permitted, each in a user namespace of its own, as in images.
image=()
! unshare --user --map-root-user true 2>/dev/null || image=(unshare --user --map-root-user)
keep bash -c 'sleep 305 & echo $! >server; wait'
keep bash -c 'setsid sleep 305 & echo $! >kernel; wait'
keep setsid bash -c '(sleep 305 & echo $! >left)
until [ -s server ] && [ -s kernel ]; do sleep 0.1; done
for what in "sleep 305" python3 "$(<server)"; do carme_canceljob "$what"; echo $?; done >codes 2>said
mv codes heard; wait; sleep 306'
wait
AGENT
  keeper=$(cd "$shell/../agent/carme-agent" && pwd)/keeper.py bash agent 3>&- &
}

runs() { [[ -e /proc/$1 && $(</proc/"$1"/stat) != *') Z '* ]]; }

@test "ends what runs in kernels and was left behind, and no service" {
  keep_job
  agent=$!
  for ((i = 0; i < 1200; i++)); do [ ! -e heard ] || break; sleep 0.1; done
  state=$(for name in server kernel left; do runs "$(cat $name)" && echo "$name runs"; done || :)
  kill "$agent"
  printf '%s\n' "$state" "$(cat heard said)"
  [ "$state" = 'server runs' ]
  [ "$(cat heard)" = $'0\n1\n1' ]
}

@test "starts a rank per GPU unless told otherwise" {
  PATH=$shell/bin run /bin/bash "$shell/bin/carme_mpirun" ./program
  [ "$status" -eq 3 ]
  stand_in mpirun
  stand_in srun
  run carme_mpirun --mca btl self ls -n 'two words'
  several=(--mca plm rsh --mca plm_rsh_agent "$shell/lib/on-node" --mca ras ^slurm --host 'node01:2,node02:2' --wdir "$PWD")
  [ "${output//bin\/..\//}" = "$(printf '%s\n' "${several[@]}" -np 4 --mca btl self ls -n 'two words')" ]
  run carme_mpirun -n 3 ls
  [ "${output//bin\/..\//}" = "$(printf '%s\n' "${several[@]}" -n 3 ls)" ]
  CARME_NUM_NODES=1 CARME_NODES=node01 CARME_GPUS_PER_NODE=0 run carme_mpirun ls
  [ "$output" = "$(printf '%s\n' --host localhost:4 --wdir "$PWD" -np 4 ls)" ]
  CARME_CPUS_PER_NODE=16 run carme_mpirun -n 3 ls
  [[ $output == *$'\nnode01:2,node02:2\n'* ]]
  CARME_CPUS_PER_NODE=16 run carme_mpirun -n 08 ls
  [[ $output == *$'\nnode01:16,node02:16\n'* ]]
  for line in '-H node02:2' '--host node02:2' '-hostfile file' '--machinefile file' '-rf file'; do
    read -r -a words <<<"$line"
    run carme_mpirun "${words[@]}" ls
    [ "${output//bin\/..\//}" = "$(printf '%s\n' "${several[@]:0:9}" --wdir "$PWD" "${words[@]}" ls)" ]
  done
  run carme_nodes --hostfile
  [ "$output" = $'node01 slots=2\nnode02 slots=2' ]
  run carme_mpirun -V
  [ "$output" = --version ]
}

@test "hears each way to say how many ranks, and takes words of options for no program" {
  stand_in mpirun
  stand_in srun
  stand_in node
  for words in '--n 3' '-N 1' '-npernode 1' '--npernode 1' '-npersocket 1' '--npersocket 1' '-pernode' '--app file' \
    '--map-by ppr:1:node' '--map-by=ppr:2:socket' '--map-by node -n 4' '-x ls --np 2' '--mca node node -c 2'; do
    # shellcheck disable=SC2086  # words
    run carme_mpirun $words ls
    [[ $output != *$'\n-np\n4\n'* && $output == *$'\nls' ]] || { echo "$words" && false; }
  done
  for words in '--map-by node' '-x ls' '--mca node node' '--bind-to core --oversubscribe'; do
    # shellcheck disable=SC2086  # words
    run carme_mpirun $words ls -n 3
    [[ $output == *$'\n-np\n4\n'* ]] || { echo "$words" && false; }
  done
}

@test "starts PyTorch on every node, and ends it on all when one fails" {
  has_ssh
  export CARME_MASTER_IP=10.1.0.1
  printf '#!/bin/sh\nprintf "%%s " "$@"; echo\ncase $* in *"_rank 1 fail"*) exit 5 ;; *fail*|*hang*) exec sleep 304 ;; esac\n' >"$BATS_TEST_TMPDIR/programs/python3"
  chmod 755 "$BATS_TEST_TMPDIR/programs/python3"
  run carme_torchrun --max_restarts 1 'my script.py' --lr 1
  [ "$status" -eq 0 ]
  port=$(sed -nE '/node_rank 0/s/.*master_port ([0-9]+).*/\1/p' <<<"$output")
  [[ $port -ge 20000 ]]
  for rank in 0 1; do
    said "-m torch.distributed.run --nnodes 2 --nproc_per_node 2 --master_addr 10.1.0.1 --master_port $port --node_rank $rank --max_restarts 1 my script.py --lr 1"
  done
  said "ssh -F $CARME_SSHDIR/config node02"
  run carme_torchrun fail 3>&-
  [ "$status" -eq 5 ]
  until ! pgrep -f '^sleep 304' >/dev/null; do sleep 0.1; done
  carme_torchrun hang 3>&- &
  until [ "$(pgrep -cf '^sleep 304')" -eq 2 ]; do sleep 0.1; done
  kill -KILL $!
  until ! pgrep -f '^sleep 304' >/dev/null; do sleep 0.1; done
}

@test "goes to nodes of the job only, and there word by word" {
  run carme_ssh login01 ls
  [ "$status" -eq 2 ]
  run carme_ssh node01 printf '<%s>' 'a b' "\$(touch x)"
  [ "$output" = '<a b><$(touch x)>' ]
  stand_in srun
  run carme_ssh node02 printf 'a b' </dev/null
  [ "$output" = "$(printf '%s\n' --quiet --overlap --nodes=1 --ntasks=1 --nodelist=node02 -- printf 'a b')" ]
  run "$shell/lib/on-node" node02 orted --name "'a b'"
  [ "$output" = "$(printf '%s\n' --quiet --overlap --nodes=1 --ntasks=1 --nodelist=node02 -- /bin/sh -c "orted --name 'a b'")" ]
}

@test "takes nothing of this node's to another by srun" {
  export CARME_RUNTIME_DIR=/run/here CARME_SHELL_DIR=/run/here/.image/shell CARME_TMPDIR=/run/here/tmp CARME_GPU_LIST=0,1 SHELL=/bin/bash
  stand_in srun
  printf '#!/bin/sh\nenv; echo "$@"\n' >"$BATS_TEST_TMPDIR/programs/srun"
  run carme_ssh node02 </dev/null
  [ "${lines[-1]}" = '--quiet --overlap --nodes=1 --ntasks=1 --nodelist=node02 -- /bin/bash -l' ]
  said CARME_NODES=
  [[ $output != *CARME_RUNTIME_DIR=* && $output != *CARME_JOBDIR=* && $output != *CARME_TMPDIR=* && $output != *GPU_LIST* ]]
}

# A pretended job with ssh to node02: whatever is sent there is done here, by a shell, as sshd does it.
has_ssh() {
  export CARME_SSHDIR=$BATS_TEST_TMPDIR/ssh
  mkdir -p "$CARME_SSHDIR" "$BATS_TEST_TMPDIR/programs"
  printf 'Host node02 10.1.0.2\n  Port 40000\nHost *\n' >"$CARME_SSHDIR/config"
  printf '#!/bin/sh\necho "${0##*/} $1 $2 $3" >&2\nshift 3\ncd / && exec sh -c "$*"\n' >"$BATS_TEST_TMPDIR/programs/ssh"
  chmod 755 "$BATS_TEST_TMPDIR/programs/ssh"
  PATH=$shell/bin:$BATS_TEST_TMPDIR/programs:$PATH
}

@test "goes by the job's own ssh where it leads, and there word by word" {
  has_ssh
  stand_in srun
  run carme_ssh node02 printf '<%s>' 'a b' "it's" '$(touch x)' '' $'two\nlines' </dev/null
  [ "$output" = "ssh -F $CARME_SSHDIR/config node02
<a b><it's><\$(touch x)><><two
lines>" ]
  run carme_ssh node02 pwd </dev/null
  [ "${lines[1]}" = "$PWD" ]
  run "$shell/lib/on-node" node02 "printf '<%s>'" "'a b'" </dev/null
  [ "${lines[1]}" = '<a b>' ]
  SLURMD_NODENAME=node02 run carme_ssh node02 echo here
  [ "$output" = here ]
  SLURMD_NODENAME=node02 run carme_ssh node01 pwd </dev/null
  said --nodelist=node01
  rm "$CARME_SSHDIR/config"
  run carme_ssh node02 pwd </dev/null
  said --nodelist=node02
}

@test "ssh, scp and sftp are the real ones, which know the job's nodes" {
  has_ssh
  run ssh node02 'echo "a  b"'
  [ "$output" = "ssh -F $CARME_SSHDIR/config node02
a  b" ]
  stand_in scp
  PATH=$shell/bin:$PATH run scp file node02:
  [ "$output" = "$(printf '%s\n' -F "$CARME_SSHDIR/config" file node02:)" ]
  rm "$CARME_SSHDIR/config"
  PATH=$shell/bin:$PATH run scp 'my file' host:
  [ "$output" = "$(printf '%s\n' 'my file' host:)" ]
  mkdir -p elsewhere/bin && ln -s "$shell/bin" bin
  CDPATH=$PWD/elsewhere PATH=bin:$shell/bin:$PATH run timeout 60 scp 'my file' host:
  [ "$output" = "$(printf '%s\n' 'my file' host:)" ]
  PATH=$shell/bin run /bin/sh -c '"$1" || exit 7' sh "$shell/bin/sftp"
  [ "$status" -eq 7 ]
  said 'sftp is not here'
}

interactive() { run env HOME="$PWD" bash --rcfile "$shell/bashrc" -i <<<"$1"; }

@test "gives more ranks than there are GPUs to a real mpirun" {
  command -v mpirun >/dev/null || skip 'no Open MPI here'
  export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 CARME_NUM_NODES=1 CARME_NODES=node01 CARME_GPUS_PER_NODE=1
  run carme_mpirun -n 3 echo rank
  [ "$output" = $'rank\nrank\nrank' ]
  run carme_mpirun --host localhost:2 echo rank
  [ "$output" = $'rank\nrank' ]
}

@test "has the folders of the image in the terminal, and Carme's commands in tmux as well" {
  mkdir -p tool/bin
  printf '#!/bin/sh\necho of the image\n' >tool/bin/odd-tool
  chmod 755 tool/bin/odd-tool
  PATH=$PWD/tool/bin:$PATH interactive 'odd-tool'
  said 'of the image'
  command -v tmux >/dev/null || skip 'no tmux here'
  export TMUX_TMPDIR=$PWD
  interactive 'tmux new-session -d; tmux send-keys "carme_nodes >seen; tmux kill-server" Enter; for i in {1..100}; do tmux has-session 2>/dev/null || break; sleep 0.1; done'
  [ "$(cat seen)" = $'node01\nnode02' ]
}

@test "greets, keeps aliases, and reads the site's files" {
  cp -r "$shell" ../shell && CARME_SHELL_DIR=$BATS_TEST_TMPDIR/shell
  echo "alias mine='echo my alias'" >.bash_aliases
  echo 'echo from the site' >"$CARME_SHELL_DIR/site.d/1.sh"
  echo 'Maintenance on Monday' >"$CARME_SHELL_DIR/site.d/news.txt"
  export CARME_PROJECT_DIR=/projects/pinns
  interactive 'mine; echo $PATH; exit 7'
  [ "$status" -eq 7 ]
  for text in 'https://carme.example.org/docs.xhtml' '42 über <all>' 'node01, node02' '2 (0,3)' 'Project folder /projects/pinns' '1 h 05 min left' 'my alias' \
    'from the site' 'Maintenance on Monday' "$CARME_SHELL_DIR/bin:"; do said "$text"; done
  [ ! -e .bashrc ]
}

@test "opens whatever the user's files do" {
  for broken in 'exit 3' 'set -eu; false' 'if then' 'no-such-command' 'trap "" EXIT' 'PATH=; cd /nowhere' 'return 5'; do
    printf '%s\n' "$broken" >.bashrc
    interactive 'echo still $((6*7)); exit 7'
    [ "$status" -eq 7 ]
    said 'still 42'
  done
  echo 'exit 3' >.bash_aliases
  interactive 'exit 7'
  [ "$status" -eq 7 ]
  said 'began without them'
  [ "$(cat .bash_aliases)" = 'exit 3' ]
}

@test "completes nodes, options and folders" {
  # shellcheck source=/dev/null
  . "$shell/completion.bash"
  COMP_WORDS=(carme_ssh no) COMP_CWORD=1
  _carme_complete carme_ssh
  [ "${COMPREPLY[*]}" = 'node01 node02' ]
  COMP_WORDS=(carme_canceljob --) COMP_CWORD=1
  _carme_complete carme_canceljob
  [ "${COMPREPLY[*]}" = '--help --job' ]
  carme_tensorboard_visualize "$(mkdir -p 'a $(touch ran)' && echo 'a $(touch ran)')"
  COMP_WORDS=(carme_tensorboard_unvisualize a) COMP_CWORD=1
  _carme_complete carme_tensorboard_unvisualize
  [ "${COMPREPLY[*]}" = 'a\ \$\(touch\ ran\)' ]
  [ ! -e ran ]
  for file in "$shell"/bin/carme*; do complete -p "${file##*/}"; done
}

# typed KEYS: the words that a command is given, as somebody types them in a terminal
typed() {
  rm -f words
  cat >rc <<'RC'
. "$CARME_SHELL_DIR/completion.bash"
for name in carme_archive carme_torchrun carme_mpirun carme_ssh carme_add_python_path; do
  eval "$name() { printf '<%s>' \"\$@\" >words; }"
done
RC
  printf '%b\nexit\n' "$1" | TERM=dumb script -qec 'bash --noprofile --rcfile rc -i' /dev/null >/dev/null
  cat words
}

@test "completes files as they are typed, and options only where they are asked for" {
  command -v script >/dev/null || skip 'no terminal to be had'
  : >'my file' && mkdir 'two words'
  [ "$(typed 'carme_archive x my\t')" = '<x><my file>' ]
  [ "$(typed 'carme_archive --he\t')" = '<--help>' ]
  [ "$(typed 'carme_torchrun my\t')" = '<my file>' ]
  [ "$(typed 'carme_mpirun -n 4 mktem\t x')" = '<-n><4><mktemp><x>' ]
  [ "$(typed 'carme_mpirun ls my\t')" = '<ls><my file>' ]
  [ "$(typed 'carme_ssh node02 mktem\t my\t')" = '<node02><mktemp><my file>' ]
  mkdir "$HOME/bin" && : >"$HOME/bin/program-of-mine" && chmod +x "$HOME/bin/program-of-mine"
  [ "$(typed 'carme_ssh node02 ~/bin/program-of\t')" = "<node02><$HOME/bin/program-of-mine>" ]
  [ "$(typed 'carme_ssh node02 ls --he\t')" = '<node02><ls><--he>' ]
  [ "$(typed 'carme_add_python_path tw\t')" = '<two words/>' ]
}
