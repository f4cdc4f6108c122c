package io.passport.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.StandardEnvironment;

/** The gateway must close an idle connection before the service does. Otherwise it sends a request on a closing connection. */
class IdleConnectionsTests {
    private static final String TOMCAT_DEFAULT = "60s";

    @ParameterizedTest
    @ValueSource(strings = {"verify-service", "user-service", "media-service"})
    void keepAliveWhenAConnectionIsIdleThenTheGatewayClosesItFirst(String service) {
        assertThat(keptBy(service)).isGreaterThanOrEqualTo(keptByTheGateway().plusSeconds(5));
    }

    private static Duration keptByTheGateway() {
        return DurationStyle.detectAndParse(settings("gateway")
                .getRequiredProperty("spring.cloud.gateway.server.webflux.httpclient.pool.max-idle-time"));
    }

    /** Tomcat's keep-alive timeout: its own setting, else the connection timeout, else 60 s. */
    private static Duration keptBy(String service) {
        StandardEnvironment settings = settings(service);
        String connection = settings.getProperty("server.tomcat.connection-timeout", TOMCAT_DEFAULT);
        return DurationStyle.detectAndParse(settings.getProperty("server.tomcat.keep-alive-timeout", connection));
    }

    private static StandardEnvironment settings(String service) {
        return ServiceConfiguration.of(service).withVariables(Map.of());
    }
}
