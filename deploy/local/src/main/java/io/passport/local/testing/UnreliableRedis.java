package io.passport.local.testing;

import io.passport.local.part.Home;
import io.passport.local.part.Running;
import io.passport.local.redis.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** A Redis that a test kills and starts again, or freezes; all the time on one port, with what it had. Ends with this JVM. */
public final class UnreliableRedis {

    private final Home home;
    private Running<RedisServer> server;
    private boolean away;

    private UnreliableRedis(Home home, Running<RedisServer> server) {
        this.home = home;
        this.server = server;
    }

    /** Starts one, and waits until it is ready. */
    public static UnreliableRedis start() {
        try {
            Home home = Home.at(Files.createTempDirectory("passport-unreliable-redis"));
            return new UnreliableRedis(home, AnyPort.start(home, RedisServer::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Where it listens, when it does. */
    public int port() {
        return server.part().port();
    }

    /** Ends it as a power cut does, also when it is frozen. Does nothing when it is away already. */
    public void kill() {
        signal("KILL");
        server.onExit().join();
        away = true;
    }

    /** Starts it when it is away, and waits until it is ready. */
    public void revive() {
        if (!away) {
            return;
        }
        try {
            server = Running.start(home, server.part());
            away = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** From now on it takes commands, and answers none. */
    public void freeze() {
        signal("STOP");
    }

    /** Answers all that it took since it was frozen. */
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        if (away) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(server.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
