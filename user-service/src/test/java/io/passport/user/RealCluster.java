package io.passport.user;

import io.passport.local.testing.RedisCluster;
import java.util.stream.Collectors;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A Redis Cluster of three nodes, started once for the tests of this JVM that ask for it. */
public final class RealCluster {

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

    private RealCluster() {}

    public static void use(DynamicPropertyRegistry properties) {
        properties.add("spring.data.redis.cluster.nodes", () -> NODES);
    }
}
