package io.passport.common.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.passport.common.internalcall.Caller;
import io.passport.common.internalcall.SignedInUser;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.filters.OpenApiMethodFilter;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Describes a servlet service's public operations as they are on the wire, where springdoc is switched on. */
@AutoConfiguration(before = SpringDocConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(SpringDocConfiguration.class)
@ConditionalOnBooleanProperty("springdoc.api-docs.enabled")
class OpenApiAutoConfiguration {

    OpenApiAutoConfiguration() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, SignedInUser.class);
    }

    @Bean
    OpenAPI publicApi() {
        return PublicApi.frame();
    }

    /** springdoc uses Jackson 2, which does not know the services' naming strategy. */
    @Bean
    ModelResolver snakeCaseModels() {
        return new ModelResolver(new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE))
                .openapi31(true);
    }

    @Bean
    RecordConverter records() {
        return new RecordConverter();
    }

    @Bean
    StringValueConverter stringValues() {
        return new StringValueConverter();
    }

    @Bean
    OpenApiMethodFilter publicOperations() {
        return OperationDescription::isForClients;
    }

    @Bean
    OperationDescription operationDescription() {
        return new OperationDescription();
    }
}
