package io.passport.verify;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts verify-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class VerifyServiceApplication {

    static void main(String[] arguments) {
        SpringApplication.run(VerifyServiceApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
