package io.passport.gateway;

import io.passport.common.session.SessionLifetime;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Starts the gateway. Its routes are in {@code application.yml}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableConfigurationProperties(SessionLifetime.class)
public class Gateway {

    public static void main(String[] args) {
        SpringApplication.run(Gateway.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
