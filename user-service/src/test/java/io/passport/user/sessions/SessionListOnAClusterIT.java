package io.passport.user.sessions;

import io.passport.testing.server.RealRedisCluster;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same over three Redis nodes: a session and its index lie on different ones. */
class SessionListOnAClusterIT extends SessionListIT {

    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry properties) {
        RealRedisCluster.register(properties);
    }
}
