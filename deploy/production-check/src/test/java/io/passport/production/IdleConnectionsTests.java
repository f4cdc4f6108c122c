package io.passport.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.StandardEnvironment;

/** The gateway closes what is idle before a service does: else it sends a request into a connection that is closing. */
class IdleConnectionsTests {
    private static final String TOMCATS_OWN = "60s";

    @ParameterizedTest
    @ValueSource(strings = {"verify-service", "user-service", "media-service"})
    void keepAliveWhenAConnectionIsIdleThenTheGatewayClosesItFirst(String service) {
        assertThat(keptBy(service)).isGreaterThanOrEqualTo(keptByTheGateway().plusSeconds(5));
    }

    private static Duration keptByTheGateway() {
        return DurationStyle.detectAndParse(settings("gateway")
                .getRequiredProperty("spring.cloud.gateway.server.webflux.httpclient.pool.max-idle-time"));
    }

    /** As Tomcat decides. */
    private static Duration keptBy(String service) {
        StandardEnvironment settings = settings(service);
        String connection = settings.getProperty("server.tomcat.connection-timeout", TOMCATS_OWN);
        return DurationStyle.detectAndParse(settings.getProperty("server.tomcat.keep-alive-timeout", connection));
    }

    private static StandardEnvironment settings(String service) {
        return ServiceConfiguration.of(service).under(Map.of());
    }
}
