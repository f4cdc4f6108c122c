package io.passport.testing.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.passport.local.part.FreePort;
import io.passport.local.part.Home;
import io.passport.local.redis.RedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A Redis Cluster of three masters on loopback. Ends with this JVM. */
public final class RedisCluster {

    private static final int NODES = 3;
    private static final int SLOTS = 16_384;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final List<RedisClusterNode> nodes = new ArrayList<>();

    private RedisCluster() {}

    /**
     * Starts a cluster and waits until every node knows the owner of every slot.
     *
     * @throws IllegalStateException if that takes more than 30 s
     */
    public static RedisCluster start() throws IOException, InterruptedException {
        RedisCluster cluster = new RedisCluster();
        for (int i = 0; i < NODES; i++) {
            Home home = Home.at(Files.createTempDirectory("passport-redis-cluster"));
            cluster.nodes.add(FreePort.start(home, port -> new RedisClusterNode(new RedisServer(port), FreePort.find()))
                    .part());
        }
        cluster.assignSlots();
        cluster.await();
        return cluster;
    }

    /** The ports of its nodes. */
    public List<Integer> ports() {
        return nodes.stream().map(node -> node.server().port()).toList();
    }

    private void assignSlots() throws IOException {
        RedisClusterNode first = nodes.getFirst();
        for (int i = 0; i < NODES; i++) {
            RedisClusterNode node = nodes.get(i);
            ask(node, "CLUSTER ADDSLOTSRANGE %d %d".formatted(SLOTS * i / NODES, SLOTS * (i + 1) / NODES - 1));
            if (!node.equals(first)) {
                ask(
                        first,
                        "CLUSTER MEET 127.0.0.1 %d %d".formatted(node.server().port(), node.busPort()));
            }
        }
    }

    private void await() throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(TIMEOUT);
        for (RedisClusterNode node : nodes) {
            while (!ask(node, "CLUSTER INFO").contains("cluster_state:ok")) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException("The Redis cluster did not form");
                }
                Thread.sleep(100);
            }
        }
    }

    private static String ask(RedisClusterNode node, String command) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), node.server().port())) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
