package io.passport.common.openapi;

import static java.util.Objects.requireNonNull;

import io.passport.common.internalcall.AllowedCallers;
import io.passport.common.internalcall.SignedInUser;
import io.passport.common.session.SessionKey;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** Adds to an operation whether it needs a session, each failure, and each status that the gateway or HTTP gives it. */
final class OperationDescription implements OperationCustomizer {

    private static final String OK = "200";
    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

    /** Whether clients can call it. An operation with {@link AllowedCallers} is for other services. */
    static boolean isForClients(Method operation) {
        return !AnnotatedElementUtils.hasAnnotation(operation, AllowedCallers.class)
                && !AnnotatedElementUtils.hasAnnotation(operation.getDeclaringClass(), AllowedCallers.class);
    }

    static boolean needsSession(HandlerMethod operation) {
        return Arrays.asList(operation.getMethod().getParameterTypes()).contains(SignedInUser.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        operation.setSecurity(
                needsSession(method) ? List.of(new SecurityRequirement().addList(SessionKey.COOKIE)) : List.of());
        Set<FailedAnswer> failures = FailedAnswer.of(method);
        operation.addExtension(
                "x-errno", failures.stream().map(FailedAnswer::errno).distinct().toList());
        addFailures(requireNonNull(operation.getResponses().get(OK)).getContent(), failures);
        addStatuses(operation, method);
        return operation;
    }

    /** An answer of status 200 is a success or a failure. */
    private static void addFailures(Content content, Set<FailedAnswer> failures) {
        MediaType json = content.computeIfAbsent(JSON, absent -> new MediaType());
        Schema<?> success = json.getSchema();
        Schema<?> failure = new Schema<>().$ref(PublicApi.FAILURE);
        json.setSchema(success == null ? failure : new Schema<>().oneOf(List.of(success, failure)));
        failures.forEach(answer -> json.addExamples(answer.title(), new Example().value(answer.body())));
    }

    private static void addStatuses(Operation operation, HandlerMethod method) {
        ApiResponses responses = operation.getResponses();
        addStatus(responses, "400");
        if (!AnnotatedElementUtils.hasAnnotation(method.getMethod(), GetMapping.class)) {
            addStatus(responses, "403");
        }
        if (operation.getRequestBody() != null) {
            addStatus(responses, "413");
            addStatus(responses, "415");
        }
        addStatus(responses, "429");
        addStatus(responses, "503");
    }

    private static void addStatus(ApiResponses responses, String status) {
        responses.putIfAbsent(status, new ApiResponse().$ref(PublicApi.STATUS + status));
    }
}
