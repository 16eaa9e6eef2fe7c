#!/bin/sh
# in-root.sh ROOT ROOM HOSTS COMMAND...: runs it with ROOT as its file system, ROOM at its own path and HOSTS as /hosts. To be started by unshare: the mounts are this process's.
set -e
root=$1
room=$2
mount --rbind /proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --bind "$3" "$root/hosts"
mount -t tmpfs none "$root/tmp"
mkdir -p "$root$room"
mount --bind "$room" "$root$room"
shift 3
cd /
exec chroot "$root" "$@"
