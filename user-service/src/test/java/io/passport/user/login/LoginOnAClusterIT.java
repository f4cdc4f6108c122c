package io.passport.user.login;

import io.passport.testing.server.RealRedisCluster;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same over three Redis nodes: what one script touches lies on one of them. */
class LoginOnAClusterIT extends LoginIT {

    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry properties) {
        RealRedisCluster.register(properties);
    }
}
