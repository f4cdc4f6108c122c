package io.passport.testing.server;

import io.passport.local.part.Home;
import io.passport.local.part.Part;
import io.passport.local.part.Program;
import io.passport.local.redis.RedisServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A Redis in cluster mode. It serves no keys until {@link RedisCluster} assigns slots to it.
 *
 * @param server the same server without cluster mode
 * @param busPort the port for messages between nodes
 */
public record RedisClusterNode(RedisServer server, int busPort) implements Part {

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public Program program(Home home) throws IOException, InterruptedException {
        Program alone = server.program(home);
        List<String> command = new ArrayList<>(alone.command());
        command.addAll(List.of("--cluster-enabled", "yes", "--cluster-port", String.valueOf(busPort)));
        return new Program(command, alone.environment(), alone.directory());
    }

    @Override
    public boolean ready() throws IOException {
        return server.ready();
    }

    @Override
    public Duration startTimeout() {
        return server.startTimeout();
    }
}
