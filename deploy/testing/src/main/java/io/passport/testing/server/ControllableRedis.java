package io.passport.testing.server;

import io.passport.local.part.FreePort;
import io.passport.local.part.Home;
import io.passport.local.part.RunningPart;
import io.passport.local.redis.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** A Redis that a test kills, restarts or freezes, from one thread. It keeps its port and its data, and ends with this JVM. */
public final class ControllableRedis {
    private final Home home;
    private RunningPart<RedisServer> server;
    private boolean killed;

    private ControllableRedis(Home home, RunningPart<RedisServer> server) {
        this.home = home;
        this.server = server;
    }

    /** Starts a Redis and waits until it is ready; throws a StartupException if it is not within 30 s. */
    public static ControllableRedis start() {
        try {
            Home home = Home.at(Files.createTempDirectory("passport-test-redis"));
            return new ControllableRedis(home, FreePort.start(home, RedisServer::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Its port on loopback; the same while it is killed. */
    public int port() {
        return server.part().port();
    }

    /** Ends it by SIGKILL, also while it is frozen, and waits for its end. Does nothing if it is killed already. */
    public void kill() {
        signal("KILL");
        server.onExit().join();
        killed = true;
    }

    /** Starts it again if it is killed, and waits until it is ready. */
    public void revive() {
        if (!killed) {
            return;
        }
        try {
            server = RunningPart.start(home, server.part());
            killed = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Stops the process: connections are accepted by the system, commands get no answer. */
    public void freeze() {
        signal("STOP");
    }

    /** Continues the process, which then answers the commands that arrived while it was frozen. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        if (!killed) {
            Signals.send(name, server.pid());
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
