package io.passport.gateway;

import io.passport.common.session.SessionLifetime;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import reactor.netty.ReactorNetty;

/** Starts the gateway. Its routes are in {@code application.yml}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableConfigurationProperties(SessionLifetime.class)
public class Gateway {

    public static void main(String[] args) {
        oneEventLoopPerCore();
        SpringApplication.run(Gateway.class, args);
    }

    /** Reactor Netty would start at least four, which wake each other up on a machine with two cores. */
    private static void oneEventLoopPerCore() {
        if (System.getProperty(ReactorNetty.IO_WORKER_COUNT) == null) {
            System.setProperty(
                    ReactorNetty.IO_WORKER_COUNT,
                    String.valueOf(Runtime.getRuntime().availableProcessors()));
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
