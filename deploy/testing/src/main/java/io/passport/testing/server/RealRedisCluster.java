package io.passport.testing.server;

import java.util.stream.Collectors;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A Redis Cluster of three nodes that all test classes of a JVM share. The first use starts it; if that fails, it throws
 * ExceptionInInitializerError.
 */
public final class RealRedisCluster {
    private static final String NODES;

    static {
        try {
            NODES = RedisCluster.start().ports().stream()
                    .map(port -> "127.0.0.1:" + port)
                    .collect(Collectors.joining(","));
        } catch (Exception e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private RealRedisCluster() {}

    /** Points {@code spring.data.redis} at the cluster. */
    public static void register(DynamicPropertyRegistry properties) {
        properties.add("spring.data.redis.cluster.nodes", () -> NODES);
    }
}
