package io.passport.verify;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The process: image codes, SMS codes, SMS limits and providers. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class VerifyService {

    static void main(String[] arguments) {
        SpringApplication.run(VerifyService.class, arguments);
    }
}
