package io.passport.common.internalcall;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Adds the signature check to servlet services and the signing to Feign clients. */
@AutoConfiguration
@EnableConfigurationProperties(CallerKeys.class)
class InternalCallAutoConfiguration {

    @Bean
    CallSignature callSignature(CallerKeys keys) {
        return new CallSignature(keys, Clock.systemUTC());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Callee implements WebMvcConfigurer {

        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE + 1)
        SignedCallFilter signedCallFilter(CallSignature signature) {
            return new SignedCallFilter(signature);
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new AllowedCallersInterceptor());
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new CallerArgumentResolver());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "feign.RequestInterceptor")
    static class FeignCaller {

        @Bean
        SigningInterceptor signingInterceptor(
                CallSignature signature, @Value("${spring.application.name}") String self) {
            return new SigningInterceptor(signature, self, Clock.systemUTC());
        }
    }
}
