package io.passport.common.api;

import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.http.converter.autoconfigure.ClientHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.cloud.openfeign.support.FeignHttpMessageConverters;
import org.springframework.cloud.openfeign.support.HttpMessageConverterCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Gives every servlet service the envelope, strict JSON and request ids in its log. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(EnvelopeExceptionHandler.class)
class ApiAutoConfiguration {

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    @Bean
    IgnoreAcceptHeader jsonForEverybody() {
        return new IgnoreAcceptHeader();
    }

    @Bean
    RejectWildcardContentType definiteContentType() {
        return new RejectWildcardContentType();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    RequestIdFilter requestIdFilter() {
        return new RequestIdFilter();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> envelopeForMalformedHttp() {
        return tomcat -> tomcat.addContextCustomizers(context -> ((StandardHost) context.getParent())
                .setErrorReportValveClass(EnvelopeErrorReportValve.class.getName()));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(
            name = "org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory")
    static class Breakers {

        @Bean
        CircuitBreakerContextPropagation requestIdInBreakers() {
            return new CircuitBreakerContextPropagation();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(FeignHttpMessageConverters.class)
    static class Feign {

        /**
         * Made ready at start-up, in place of the one that each client makes at its first call: there, calls that come
         * at once see a list that is not filled yet (spring-cloud-openfeign issue 1371, in 5.0.2).
         */
        @Bean
        FeignHttpMessageConverters feignHttpMessageConverters(
                ObjectProvider<ClientHttpMessageConvertersCustomizer> boot,
                ObjectProvider<HttpMessageConverterCustomizer> cloud) {
            FeignHttpMessageConverters converters = new FeignHttpMessageConverters(boot, cloud);
            converters.getConverters();
            return converters;
        }
    }
}
