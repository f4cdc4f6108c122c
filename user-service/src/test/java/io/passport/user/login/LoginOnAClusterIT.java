package io.passport.user.login;

import io.passport.testing.server.RealRedisCluster;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same on a Redis Cluster: all keys of one script must be on one node. */
class LoginOnAClusterIT extends LoginIT {

    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry properties) {
        RealRedisCluster.register(properties);
    }
}
