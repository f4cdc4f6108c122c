package io.passport.media;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;

/** The media-service process: accepts, cleans and stores pictures. It has no database and no Redis. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableFeignClients
public class MediaServiceApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(MediaServiceApplication.class, args);
    }
}
