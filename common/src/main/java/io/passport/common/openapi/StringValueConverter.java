package io.passport.common.openapi;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes a type that is read from a JSON string by its own creator as a string, with the rules of its {@code @Schema}.
 * springdoc calls it for each type when the document is first requested.
 */
final class StringValueConverter implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        Class<?> value = Json.mapper().constructType(type.getType()).getRawClass();
        if (isReadFromString(value)) {
            return string(value.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class));
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }

    private static Schema<?> string(io.swagger.v3.oas.annotations.media.@Nullable Schema rules) {
        if (rules == null) {
            return new StringSchema();
        }
        return new StringSchema()
                .description(textOrNull(rules.description()))
                .pattern(textOrNull(rules.pattern()))
                .format(textOrNull(rules.format()))
                .minLength(rules.minLength() == 0 ? null : rules.minLength())
                .maxLength(rules.maxLength() == Integer.MAX_VALUE ? null : rules.maxLength())
                ._enum(rules.allowableValues().length == 0 ? null : List.of(rules.allowableValues()))
                .example(textOrNull(rules.example()));
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static boolean isReadFromString(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(StringValueConverter::createsFromString);
    }

    private static boolean createsFromString(Method method) {
        JsonCreator creator = method.getAnnotation(JsonCreator.class);
        return creator != null
                && creator.mode() == JsonCreator.Mode.DELEGATING
                && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class});
    }
}
