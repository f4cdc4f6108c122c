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

/** Gives every servlet service the envelope, strict JSON and request ids in its log lines. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(EnvelopeExceptionHandler.class)
class ApiAutoConfiguration {

    @Bean
    StrictJson strictJson() {
        return new StrictJson();
    }

    @Bean
    IgnoreAcceptHeader ignoreAcceptHeader() {
        return new IgnoreAcceptHeader();
    }

    @Bean
    RejectWildcardContentType rejectWildcardContentType() {
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
    @ConditionalOnClass(FeignHttpMessageConverters.class)
    static class Feign {

        /**
         * Filled at start-up. Otherwise each client fills its own list at its first call, and calls at the same time see an
         * incomplete list (spring-cloud-openfeign issue 1371, in 5.0.2).
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
