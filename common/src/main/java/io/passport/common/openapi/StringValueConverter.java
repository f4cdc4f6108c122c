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
import org.jspecify.annotations.Nullable;

/** A value that is read from a JSON string by its own creator is described as a string, not by what it is made of. */
final class StringValueConverter implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        if (isReadFromString(Json.mapper().constructType(type.getType()).getRawClass())) {
            return new StringSchema();
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
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
