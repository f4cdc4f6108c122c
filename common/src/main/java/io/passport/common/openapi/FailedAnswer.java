package io.passport.common.openapi;

import io.passport.common.api.ErrorCode;
import io.passport.common.api.StorageFailureMessage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/** The {@code errno} and {@code errmsg} of a failure. */
record FailedAnswer(String errno, String errmsg) {

    /** The failures of an operation, in the order in which it checks. */
    static Set<FailedAnswer> of(HandlerMethod operation) {
        Set<FailedAnswer> failures = new LinkedHashSet<>();
        if (OperationDescription.needsSession(operation)) {
            failures.add(of(ErrorCode.SESSIONERR, ""));
        }
        if (hasJsonBody(operation)) {
            failures.add(of(ErrorCode.PARAMERR, ""));
        }
        AnnotatedElementUtils.getMergedRepeatableAnnotations(operation.getMethod(), Failure.class, Failures.class)
                .forEach(failure -> failures.add(of(failure.value(), failure.errmsg())));
        StorageFailureMessage storage = operation.getMethodAnnotation(StorageFailureMessage.class);
        if (storage != null) {
            failures.add(of(ErrorCode.DBERR, storage.value()));
        }
        return failures;
    }

    /** Names the failure within its operation. */
    String title() {
        return errno + " " + errmsg;
    }

    /** The body of the answer. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errno", errno);
        body.put("errmsg", errmsg);
        return body;
    }

    private static FailedAnswer of(ErrorCode code, String errmsg) {
        return new FailedAnswer(code.errno(), errmsg.isEmpty() ? code.text() : errmsg);
    }

    private static boolean hasJsonBody(HandlerMethod operation) {
        return Arrays.stream(operation.getMethodParameters())
                .map(MethodParameter::getParameterAnnotations)
                .flatMap(Arrays::stream)
                .anyMatch(RequestBody.class::isInstance);
    }
}
