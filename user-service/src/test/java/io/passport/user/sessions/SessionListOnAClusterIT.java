package io.passport.user.sessions;

import io.passport.testing.server.RealRedisCluster;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on a Redis Cluster: a session and its index are on different nodes. */
class SessionListOnAClusterIT extends SessionListIT {

    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry properties) {
        RealRedisCluster.register(properties);
    }
}
