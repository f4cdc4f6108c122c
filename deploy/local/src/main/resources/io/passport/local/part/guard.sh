# Runs a server that must not outlive its launcher: guard.sh COMMAND...
#
# Standard input is a pipe whose other end only the launcher holds. This shell becomes COMMAND, which so keeps its PID and exit
# status, and leaves a watcher behind. When the launcher dies, by kill -9 too, the pipe ends and the watcher ends the server.
# When the server ends first, the launcher writes a line: then the PID may already be somebody else's and must not be signalled.
exec 3<&0 </dev/null
(
    trap '' HUP INT QUIT TERM
    read -r _ <&3 && exit
    # the whole group where the server leads one: it may have children
    kill -TERM -- -$$ || kill -TERM $$
    seconds=10
    while [ $seconds -gt 0 ] && kill -0 $$; do
        sleep 1
        seconds=$((seconds - 1))
    done
    # a frozen server never saw TERM
    kill -KILL -- -$$ || kill -KILL $$
) >/dev/null 2>&1 &
exec "$@" 3<&-
