#!/usr/bin/env bats
# shellcheck disable=SC2016,SC2030,SC2031,SC2154  # words for other shells; each test in a shell of its own; of support.bash

load support

fill() {
  mkdir -p 'für alle/ leer ' -- '-rf'
  printf 'a' >'für alle/$(touch x); "b"'
  printf 'n' >$'für alle/two\nlines'
  : >'für alle/-leading'
  ln -s /etc/passwd 'für alle/link'
  ln 'für alle/-leading' 'für alle/hard'
  echo dash >-rf/file
  echo plain >'!'
}

sum() { find . -name '*.tar.gz' -prune -o -printf '%P %y %l\n' -type f -exec md5sum {} + | sort; }

@test "packs odd names, removes them, and gives them back as they were" {
  fill
  before=$(sum)
  run carme_archive -- 'mein Archiv' 'für alle' -rf '!'
  [ "$status" -eq 0 ]
  [ "$(ls -A)" = 'mein Archiv.tar.gz' ]
  run carme_unarchive 'mein Archiv.tar.gz'
  [ "$status" -eq 0 ]
  [ "$(sum)" = "$before" ]
  [ ! -e x ]
  grep -q root /etc/passwd
}

@test "older names do the same" {
  echo 1 >file
  carme-archive old file
  carme-unarchive old.tar.gz
  [ "$(cat file)" = 1 ]
}

@test "removes nothing when the archive cannot be made or is not what is there" {
  mkdir data && echo 1 >data/file
  for broken in 'exit 2' 'case "$*" in *--compare*) exit 1 ;; esac; exec /bin/tar "$@"'; do
    mkdir -p "$BATS_TEST_TMPDIR/programs"
    printf '#!/bin/sh\n%s\n' "$broken" >"$BATS_TEST_TMPDIR/programs/tar"
    chmod 755 "$BATS_TEST_TMPDIR/programs/tar"
    PATH=$BATS_TEST_TMPDIR/programs:$PATH run carme_archive pack data
    [ "$status" -eq 1 ]
    [ "$(ls -A)" = data ]
    [ "$(cat data/file)" = 1 ]
  done
}

@test "keeps what appears in a folder after it was packed" {
  mkdir data && echo 1 >data/file
  mkdir -p "$BATS_TEST_TMPDIR/programs"
  printf '#!/bin/sh\nsync "$@"; echo new >data/new\n' | sed 's/^sync/\/bin\/sync/' >"$BATS_TEST_TMPDIR/programs/sync"
  chmod 755 "$BATS_TEST_TMPDIR/programs/sync"
  PATH=$BATS_TEST_TMPDIR/programs:$PATH run carme_archive pack data
  [ "$status" -eq 0 ]
  [ "$(ls data)" = new ]
}

@test "keeps what comes while it looks what to pack, and tells what it cannot look at" {
  mkdir data && echo 1 >data/file
  mkdir -p "$BATS_TEST_TMPDIR/programs"
  printf '#!/bin/sh\n/usr/bin/find "$@"; code=$?; echo new >>data/new-$(ls data | wc -l); exit $code\n' >"$BATS_TEST_TMPDIR/programs/find"
  chmod 755 "$BATS_TEST_TMPDIR/programs/find"
  PATH=$BATS_TEST_TMPDIR/programs:$PATH run carme_archive pack data
  [ "$status" -eq 0 ]
  [ ! -e data/file ]
  [ "$(tar -tzf pack.tar.gz)" = $'./data/\n./data/file' ]
  [ "$(cat data/new-1)" = new ]
  printf '#!/bin/sh\n/usr/bin/find "$@"; exit 1\n' >"$BATS_TEST_TMPDIR/programs/find"
  PATH=$BATS_TEST_TMPDIR/programs:$PATH run carme_archive other data
  [ "$status" -eq 1 ]
  said 'not everything can be read'
  [ -e data/new-1 ] && [ ! -e other.tar.gz ]
}

@test "loses nothing by the user's options for tar" {
  mkdir data && echo 1 >data/file && echo 2 >data/file.o
  before=$(sum)
  TAR_OPTIONS='--exclude=*.o' GZIP=--no-such-option run carme_archive pack data
  [ "$status" -eq 0 ]
  [ "$(tar -xzOf pack.tar.gz ./data/file.o)" = 2 ]
  TAR_OPTIONS='--exclude=*.o' GZIP=--no-such-option run carme_unarchive pack.tar.gz
  [ "$status" -eq 0 ]
  [ "$(sum)" = "$before" ]
}

@test "removes nothing when something is missing in the archive" {
  mkdir data && echo 1 >data/file && echo 2 >$'data/two\nlines'
  mkdir -p "$BATS_TEST_TMPDIR/programs"
  printf '#!/bin/sh\nexec /bin/tar --exclude="*lines" "$@"\n' >"$BATS_TEST_TMPDIR/programs/tar"
  chmod 755 "$BATS_TEST_TMPDIR/programs/tar"
  PATH=$BATS_TEST_TMPDIR/programs:$PATH run carme_archive pack data
  [ "$status" -eq 1 ]
  said 'nothing was removed'
  [ "$(ls -A)" = data ] && [ -e $'data/two\nlines' ]
}

@test "packs once what is named twice" {
  mkdir -p a/b && echo 1 >a/b/file
  run carme_archive pack a a/b a/b/file
  [ "$status" -eq 0 ]
  [ "$(ls -A)" = pack.tar.gz ]
}

@test "keeps what is changed after it was compared" {
  mkdir data && echo 1 >data/log && echo 2 >$'data/two\nlines'
  mkdir -p "$BATS_TEST_TMPDIR/programs"
  printf '#!/bin/sh\n/bin/tar "$@" || exit; case "$*" in *--compare*) echo more >>data/log ;; esac\n' >"$BATS_TEST_TMPDIR/programs/tar"
  chmod 755 "$BATS_TEST_TMPDIR/programs/tar"
  PATH=$BATS_TEST_TMPDIR/programs:$PATH run carme_archive pack data
  [ "$status" -eq 1 ]
  said './data/log was changed meanwhile, and stays'
  [ "$(ls data)" = log ] && [ "$(cat data/log)" = $'1\nmore' ]
  [ "$(tar -xzOf pack.tar.gz ./data/log)" = 1 ]
}

@test "survives to be killed at any point: the originals or the whole archive are there" {
  killed=0
  for program in find tar sync mv rm rmdir sort; do
    for time in 1 2 3; do
      rm -rf data pack.tar.gz .pack* && mkdir -p data/inner && echo 1 >data/inner/file
      mkdir -p "$BATS_TEST_TMPDIR/killing" && rm -f "$BATS_TEST_TMPDIR/killing"/*
      cat >"$BATS_TEST_TMPDIR/killing/$program" <<KILL
#!/bin/bash
echo >>"$BATS_TEST_TMPDIR/killing/calls"
if [[ \$(wc -l <"$BATS_TEST_TMPDIR/killing/calls") -eq $time ]]; then kill -KILL \$PPID; exit 1; fi
exec $(command -v "$program") "\$@"
KILL
      chmod 755 "$BATS_TEST_TMPDIR/killing/$program"
      TMPDIR=$BATS_TEST_TMPDIR PATH=$BATS_TEST_TMPDIR/killing:$PATH run carme_archive pack data
      [ "$status" -ne 137 ] || killed=$((killed + 1))
      if [ -e pack.tar.gz ]; then
        [ "$(tar -xzOf pack.tar.gz ./data/inner/file)" = 1 ]
      else
        [ "$(cat data/inner/file)" = 1 ]
      fi
    done
  done
  [ "$killed" -ge 10 ]
}

@test "refuses what would go wrong" {
  mkdir data && echo 1 >file
  run carme_archive pack
  [ "$status" -eq 2 ]
  run carme_archive pack .
  [ "$status" -eq 2 ]
  mkdir -p q/inner && echo 1 >beside
  for path in "$PWD/.." ../data q/../beside q/..; do
    run carme_archive pack "$path"
    [ "$status" -eq 2 ]
    said 'could not be unpacked'
  done
  run env -C q carme_archive pack "$PWD"
  [ "$status" -eq 2 ]
  said 'would lie inside'
  run carme_archive ../pack file
  [ "$status" -eq 2 ]
  run carme_archive pack file nothing
  [ "$status" -eq 1 ]
  : >pack.tar.gz
  run carme_archive pack file
  [ "$status" -eq 1 ]
  [ -e file ] && [ ! -s pack.tar.gz ]
}

@test "unpacks over nothing, and keeps what is damaged" {
  echo 1 >file
  carme_archive pack file
  echo 2 >file
  run carme_unarchive pack.tar.gz
  [ "$status" -eq 1 ]
  said 'file is there already'
  [ "$(cat file)" = 2 ] && [ -e pack.tar.gz ]
  rm file
  head -c 60 pack.tar.gz >damaged.tar.gz
  run carme_unarchive damaged.tar.gz
  [ "$status" -eq 1 ]
  [ "$(ls -A)" = $'damaged.tar.gz\npack.tar.gz' ]
}

@test "unpacks the files of others whatever language tar speaks" {
  mkdir data && echo 1 >data/file
  tar -czf pack.tar.gz data && rm -r data
  mkdir -p "$BATS_TEST_TMPDIR/programs"
  cat >"$BATS_TEST_TMPDIR/programs/tar" <<'TAR'
#!/bin/sh
case "$*" in *--compare*) ;; *) exec /bin/tar "$@" ;; esac
if [ "$LC_ALL" = C ]; then echo 'data/file: Uid differs'; else echo 'data/file: Besitzer ist unterschiedlich'; fi
exit 1
TAR
  chmod 755 "$BATS_TEST_TMPDIR/programs/tar"
  LC_ALL=de_DE.UTF-8 PATH=$BATS_TEST_TMPDIR/programs:$PATH run carme_unarchive pack.tar.gz
  [ "$status" -eq 0 ]
  [ "$(cat data/file)" = 1 ] && [ ! -e pack.tar.gz ]
}
