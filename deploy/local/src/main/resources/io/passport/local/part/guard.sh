# Runs a server that ends with its launcher: guard.sh COMMAND...
#
# Standard input is a pipe; only the launcher has its other end open. This shell starts a watcher and becomes COMMAND, so COMMAND
# has the shell's PID and its own exit status. When the launcher ends, also by kill -9, the pipe ends and the watcher stops the
# server. When the server ends first, the launcher writes a line and the watcher ends: another program may have the PID by then.
exec 3<&0 </dev/null
(
    trap '' HUP INT QUIT TERM
    read -r _ <&3 && exit
    # the whole process group if the server leads one, because it may have children
    kill -TERM -- -$$ || kill -TERM $$
    seconds=10
    while [ $seconds -gt 0 ] && kill -0 $$; do
        sleep 1
        seconds=$((seconds - 1))
    done
    # a frozen server does not receive TERM
    kill -KILL -- -$$ || kill -KILL $$
) >/dev/null 2>&1 &
exec "$@" 3<&-
