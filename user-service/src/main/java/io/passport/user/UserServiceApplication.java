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

/** The process that owns accounts and sessions. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableConfigurationProperties(SessionLifetime.class)
@EnableFeignClients
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
