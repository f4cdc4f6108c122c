package io.passport.verify;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The process: image codes, SMS codes, SMS limits and providers. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class VerifyService {

    static void main(String[] arguments) {
        SpringApplication.run(VerifyService.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
