package io.passport.common.openapi;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.passport.common.api.Envelope;
import io.passport.common.api.ErrorCode;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.core.util.RefUtils;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requires every component of a record that is not {@link Nullable}. An envelope is described as that of a success.
 * springdoc calls it for each type when the document is first requested.
 */
final class RecordConverter implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        Schema<?> resolved = others.hasNext() ? others.next().resolve(type, context, others) : null;
        JavaType javaType = Json.mapper().constructType(type.getType());
        if (resolved != null && javaType.getRawClass().isRecord()) {
            Schema<?> described = described(resolved, context);
            if (described != null && described.getProperties() != null) {
                describe(javaType, described);
            }
        }
        return resolved;
    }

    private static @Nullable Schema<?> described(Schema<?> resolved, ModelConverterContext context) {
        return resolved.get$ref() == null
                ? resolved
                : context.getDefinedModels()
                        .get(RefUtils.extractSimpleName(resolved.get$ref())
                                .getLeft()
                                .toString());
    }

    private static void describe(JavaType type, Schema<?> described) {
        Arrays.stream(type.getRawClass().getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordConverter::wireName)
                .filter(described.getProperties()::containsKey)
                .filter(name -> described.getRequired() == null
                        || !described.getRequired().contains(name))
                .forEach(described::addRequiredItem);
        if (type.getRawClass() == Envelope.class) {
            describeSuccess(type.containedType(0).getRawClass(), described);
        }
    }

    private static void describeSuccess(Class<?> data, Schema<?> envelope) {
        envelope.getProperties().put("errno", new StringSchema()._enum(List.of(ErrorCode.OK.errno())));
        if (data == Void.class) {
            envelope.getProperties().remove("data");
            envelope.setRequired(List.of("errno", "errmsg"));
        }
    }

    private static String wireName(RecordComponent component) {
        return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(component.getName());
    }
}
