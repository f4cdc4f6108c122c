package io.passport.user;

import io.passport.common.session.SessionLifetime;
import java.time.Clock;
import org.apache.ibatis.annotations.Mapper;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * user-service: owns the database of accounts, and starts and ends sessions. It does not start without the database. When
 * Redis or the database is unavailable later, it answers {@code 4001}.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableConfigurationProperties(SessionLifetime.class)
@EnableFeignClients
@EnableScheduling
@MapperScan(basePackageClasses = UserServiceApplication.class, annotationClass = Mapper.class)
public class UserServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(UserServiceApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
