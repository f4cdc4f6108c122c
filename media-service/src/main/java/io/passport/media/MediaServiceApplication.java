package io.passport.media;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;

/** The process that takes, cleans and stores pictures. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableFeignClients
public class MediaServiceApplication {

    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(MediaServiceApplication.class, args);
    }
}
